using System.Collections.Immutable;
using Hotline.Migrate.Generator.Reading;
using Hotline.Migrate.Generator.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hotline.Migrate.Generator.Analyzers;

/// <summary>
/// Reports what is wrong with a model, and where tenants could meet in it, by the same reading that the generator makes descriptors of.
/// Both are one analyzer, because to read a model costs much more than to check it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ModelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [.. ModelRules.All, .. TenancyRules.All];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (SwitchedOn.Models(start.Compilation, start.Options) is not { } models)
            {
                return;
            }

            var tables = new DeclaredTables();
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (!models.IsModel(symbol.Symbol))
                    {
                        return;
                    }

                    var model = (INamedTypeSymbol)symbol.Symbol;
                    var reading = ModelReader.Read(model, symbol.CancellationToken);
                    foreach (var problem in reading.Problems)
                    {
                        symbol.ReportDiagnostic(Diagnostic.Create(
                            ModelRules.Of(problem.Code),
                            ProblemLocation.Of(problem, model, symbol.CancellationToken),
                            problem.Message));
                    }

                    if (reading.Table is { } table)
                    {
                        tables.Add(table.Name, model);
                    }

                    TenancyCheck.Report(symbol, model, reading, models);
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                tables.ReportDuplicates(end.ReportDiagnostic, end.CancellationToken);
                foreach (var problem in ObjectProblems.Of(ModelAttribute.Of(end.Compilation.Assembly)))
                {
                    end.ReportDiagnostic(Diagnostic.Create(
                        ModelRules.Of(problem.Code),
                        ProblemLocation.Of(problem, end.Compilation.Assembly, end.CancellationToken),
                        problem.Message));
                }
            });
        });
    }
}
