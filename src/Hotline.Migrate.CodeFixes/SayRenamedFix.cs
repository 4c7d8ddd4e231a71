using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hotline.Migrate.CodeFixes;

/// <summary>Says by <c>[RenamedFrom]</c> what a new table, column, enum or label was called before (HM0034): one action for each thing that it may have been.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SayRenamedFix))]
[Shared]
public sealed class SayRenamedFix : CodeFixProvider
{
    private const string New = "new";
    private const string Old = "old";
    private const string Schema = "schema";
    private const string Shown = "shown";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["HM0034"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            for (var i = 0; Property(diagnostic, Old, i) is { } old; i++)
            {
                var attribute = RenamedFromText.Of(old, Property(diagnostic, Schema, i));
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Say that {Property(diagnostic, Shown, i)} was renamed to {diagnostic.Properties[New]}: [{attribute}]",
                        cancellationToken => RenamedFromText.AddAsync(context.Document, diagnostic.Location.SourceSpan, attribute, cancellationToken),
                        equivalenceKey: Key(diagnostic, i)),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    // Fixing all at once must not guess: that is offered where there is one candidate alone.
    private static string Key(Diagnostic diagnostic, int number) => Property(diagnostic, Old, 1) is null
        ? nameof(SayRenamedFix)
        : nameof(SayRenamedFix) + diagnostic.Properties[New] + "=" + Property(diagnostic, Shown, number);

    private static string? Property(Diagnostic diagnostic, string name, int number) =>
        diagnostic.Properties.TryGetValue(name + number.ToString(CultureInfo.InvariantCulture), out var value) ? value : null;
}
