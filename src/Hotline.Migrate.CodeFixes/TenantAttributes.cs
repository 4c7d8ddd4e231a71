using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Hotline.Migrate.CodeFixes;

/// <summary>Edits the attributes of models.</summary>
internal static class TenantAttributes
{
    /// <summary>The property of a diagnostic that names the tenant key's C# property; the analyzers set it.</summary>
    public const string TenantProperty = "tenant";

    /// <summary>The declaration with one attribute more, on a line of its own below the others.</summary>
    public static TypeDeclarationSyntax AddTo(TypeDeclarationSyntax model, string attribute)
    {
        var list = SyntaxFactory
            .AttributeList(SyntaxFactory.SingletonSeparatedList(Parse(attribute)))
            .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        return model.AddAttributeLists(list);
    }

    /// <summary>The property without the attribute, and without its brackets when nothing is left in them.</summary>
    public static PropertyDeclarationSyntax RemoveFrom(PropertyDeclarationSyntax property, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        return list.Attributes.Count > 1
            ? property.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)))
            : property.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!.WithLeadingTrivia(property.GetLeadingTrivia());
    }

    /// <summary>The attribute with the tenant key in front of its columns, and <paramref name="property"/> behind it where it had none.</summary>
    public static AttributeSyntax WithTenant(AttributeSyntax attribute, string tenant, string? property)
    {
        var arguments = attribute.ArgumentList?.Arguments.ToList() ?? [];
        var first = arguments.FindIndex(a => a.NameEquals is null && a.Expression is not TypeOfExpressionSyntax);
        var position = arguments.FindLastIndex(a => a.Expression is TypeOfExpressionSyntax) + 1;
        if (first < 0 && property is not null)
        {
            arguments.Insert(position, Argument($"nameof({property})"));
        }

        arguments.Insert(position, Argument($"nameof({tenant})"));
        var target = arguments.FindIndex(a => a.NameEquals?.Name.Identifier.ValueText == "TargetProperties");
        if (target >= 0 && arguments.Select(a => a.Expression).OfType<TypeOfExpressionSyntax>().FirstOrDefault() is { } model)
        {
            arguments[target] = arguments[target].WithExpression(Prepend(arguments[target].Expression, $"nameof({model.Type}.{tenant})"));
        }

        var list = SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(
            arguments.Select(a => a.WithoutTrivia()),
            Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), arguments.Count - 1)));
        return attribute.WithArgumentList(list);
    }

    private static ExpressionSyntax Prepend(ExpressionSyntax items, string item)
    {
        var text = items.ToString();
        var open = text.IndexOfAny(['[', '{']);
        if (items is not CollectionExpressionSyntax)
        {
            open = text.IndexOf('{');
        }

        if (open < 0)
        {
            return items;
        }

        var first = open + 1;
        while (char.IsWhiteSpace(text[first]))
        {
            first++;
        }

        return SyntaxFactory.ParseExpression(text.Insert(first, item + ", "));
    }

    private static AttributeSyntax Parse(string attribute) =>
        ((TypeDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"[{attribute}] class C;")!).AttributeLists[0].Attributes[0];

    private static AttributeArgumentSyntax Argument(string expression) =>
        SyntaxFactory.AttributeArgument(SyntaxFactory.ParseExpression(expression));
}
