using System.Collections.Concurrent;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Generator.Rules;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;

namespace Hotline.Migrate.Generator.Analyzers;

/// <summary>The tables that a compilation's models declare, to find those that are declared twice.</summary>
internal sealed class DeclaredTables
{
    private readonly ConcurrentBag<(QualifiedName Name, INamedTypeSymbol Model)> tables = [];

    /// <summary>Notes a model's table.</summary>
    public void Add(QualifiedName name, INamedTypeSymbol model) => tables.Add((name, model));

    /// <summary>Reports each model whose table another model has, too.</summary>
    public void ReportDuplicates(Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (var same in tables.GroupBy(t => t.Name).Where(g => g.Skip(1).Any()))
        {
            var models = same.Select(t => t.Model).OrderBy(m => m.ToDisplayString(), StringComparer.Ordinal).ToArray();
            foreach (var model in models)
            {
                var others = string.Join(", ", models.Where(m => !SymbolEqualityComparer.Default.Equals(m, model)).Select(m => $"'{m.ToDisplayString()}'"));
                report(Diagnostic.Create(
                    ModelRules.Of(DiagnosticCodes.DuplicateTable),
                    ProblemLocation.OfTable(model, cancellationToken),
                    $"The table '{same.Key}' is also that of {others}. Give one of them another name."));
            }
        }
    }
}
