using System.Collections.Immutable;
using Hotline.Migrate.Generator.Renames;
using Hotline.Migrate.Generator.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hotline.Migrate.Generator.Analyzers;

/// <summary>Asks in the editor whether what is new is what is gone from the snapshot, so that a code fix can say so.</summary>
/// <remarks>Everything is said where it is declared, not at the end of the compilation: editors show code fixes for that alone.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RenameAnalyzer : DiagnosticAnalyzer
{
    private const string OwnerProperty = "build_property.HotlineMigrateOwner";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [RenameRules.Candidate];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (SwitchedOn.Models(start.Compilation, start.Options) is not { } models
                || Snapshot.Of(
                    start.Options.AdditionalFiles,
                    text => start.TryGetValue(text, Snapshot.Documents, out var document) ? document : null,
                    start.CancellationToken) is not { } snapshot)
            {
                return;
            }

            // A module does not see the tables of the other modules, so that it cannot tell which are gone.
            var declared = IsOwner(start.Options)
                ? new Lazy<DeclaredObjects>(
                    () => DeclaredObjects.Of(start.Compilation, models.IsModel, CancellationToken.None), LazyThreadSafetyMode.PublicationOnly)
                : null;
            start.RegisterSymbolAction(
                symbol =>
                {
                    var type = (INamedTypeSymbol)symbol.Symbol;
                    if (type.TypeKind == TypeKind.Enum)
                    {
                        EnumOffers.Report(symbol, type, snapshot, declared);
                    }
                    else if (models.IsModel(type))
                    {
                        TableOffers.Report(symbol, type, snapshot, declared);
                    }
                },
                SymbolKind.NamedType);
        });
    }

    private static bool IsOwner(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(OwnerProperty, out var value)
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
