using Hotline.Migrate.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hotline.Migrate.Generator.Analyzers;

/// <summary>Whether a project's <c>[Table]</c> classes are models of ours: the attribute belongs to everybody.</summary>
internal sealed class SwitchedOn
{
    private readonly INamedTypeSymbol table;

    private SwitchedOn(INamedTypeSymbol table) => this.table = table;

    /// <summary>How to tell models; <c>null</c> where there are none, or the project does not reference the package itself.</summary>
    public static SwitchedOn? Models(Compilation compilation, AnalyzerOptions options) =>
        Is(options) && compilation.GetTypeByMetadataName(AttributeNames.Table) is { } table ? new SwitchedOn(table) : null;

    /// <summary>Whether the package's props have switched the generator on.</summary>
    public static bool Is(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(SchemaGenerator.EnabledProperty, out var value)
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <paramref name="symbol"/> is a class that carries the attribute itself.</summary>
    public bool IsModel(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, table))
            {
                return true;
            }
        }

        return false;
    }
}
