using System.Collections.Immutable;
using Hotline.Migrate.Generator.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hotline.Migrate.Generator.Analyzers;

/// <summary>
/// Points at our attributes in a project that has the package only through another project: its models would be
/// left out without a word.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SwitchedOffAnalyzer : DiagnosticAnalyzer
{
    private const string Marker = "Hotline.Migrate.TenantKeyAttribute";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ProjectRules.NotSwitchedOn];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (SwitchedOn.Is(start.Options) || start.Compilation.GetTypeByMetadataName(Marker)?.ContainingAssembly is not { } annotations)
            {
                return;
            }

            start.RegisterSymbolAction(symbol => Report(symbol, annotations), SymbolKind.NamedType, SymbolKind.Property);
        });
    }

    private static void Report(SymbolAnalysisContext context, IAssemblySymbol annotations)
    {
        foreach (var attribute in context.Symbol.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass?.ContainingAssembly, annotations))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    ProjectRules.NotSwitchedOn,
                    ProblemLocation.OfAttribute(attribute, context.CancellationToken) ?? ProblemLocation.InSource(context.Symbol),
                    "This project's models get no tables: reference the package Hotline.Migrate in the project itself, or set HotlineMigrateModels to true."));
                return;
            }
        }
    }
}
