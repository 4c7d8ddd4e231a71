using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hotline.Migrate.CodeFixes;

/// <summary>Gives a tenant-scoped model an index on its tenant key (HM0031).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddTenantIndexFix))]
[Shared]
public sealed class AddTenantIndexFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["HM0031"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } model
                && diagnostic.Properties.TryGetValue(TenantAttributes.TenantProperty, out var tenant) && tenant is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Add [Index(nameof({tenant}))]",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(
                            root.ReplaceNode(model, TenantAttributes.AddTo(model, $"Index(nameof({tenant}))")))),
                        equivalenceKey: nameof(AddTenantIndexFix)),
                    diagnostic);
            }
        }
    }
}
