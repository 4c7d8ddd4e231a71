using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hotline.Migrate.CodeFixes;

/// <summary>Puts the tenant key into a unique key (HM0032) or a reference (HM0033) that lacks it.</summary>
/// <remarks>An attribute on a property covers that property alone, so it moves to the class and names both.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CarryTenantFix))]
[Shared]
public sealed class CarryTenantFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["HM0032", "HM0033"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
                && attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } model
                && diagnostic.Properties.TryGetValue(TenantAttributes.TenantProperty, out var tenant) && tenant is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Lead with nameof({tenant})",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(model, Fixed(model, attribute, tenant)))),
                        equivalenceKey: nameof(CarryTenantFix)),
                    diagnostic);
            }
        }
    }

    private static TypeDeclarationSyntax Fixed(TypeDeclarationSyntax model, AttributeSyntax attribute, string tenant)
    {
        if (attribute.Parent?.Parent is not PropertyDeclarationSyntax property)
        {
            return model.ReplaceNode(attribute, TenantAttributes.WithTenant(attribute, tenant, property: null));
        }

        var moved = TenantAttributes.WithTenant(attribute, tenant, property.Identifier.ValueText);
        return TenantAttributes.AddTo(
            model.ReplaceNode(property, TenantAttributes.RemoveFrom(property, attribute)),
            moved.ToString());
    }
}
