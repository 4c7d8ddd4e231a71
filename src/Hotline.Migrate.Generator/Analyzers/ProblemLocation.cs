using System.Globalization;
using Hotline.Migrate.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hotline.Migrate.Generator.Analyzers;

/// <summary>Finds the place in the source that a problem is about.</summary>
internal static class ProblemLocation
{
    /// <summary>The argument, the attribute, the member or the model: the first of them that is in this compilation's source.</summary>
    public static Location Of(ModelProblem problem, ISymbol model, CancellationToken cancellationToken)
    {
        var attribute = problem.Attribute is null ? null : Syntax(problem.Attribute, cancellationToken);
        return (attribute is null ? null : Argument(attribute, problem.Argument)?.GetLocation() ?? attribute.GetLocation())
            ?? InSource(problem.Symbol)
            ?? InSource(model)
            ?? Location.None;
    }

    /// <summary>The model's <c>[Table]</c> attribute.</summary>
    public static Location OfTable(INamedTypeSymbol model, CancellationToken cancellationToken)
    {
        var table = ModelAttribute.Of(model).FirstOrDefault(a => a.Name == AttributeNames.Table);
        return (table is null ? null : OfAttribute(table.Data, cancellationToken)) ?? InSource(model) ?? Location.None;
    }

    /// <summary>The attribute, where it is in this compilation's source.</summary>
    public static Location? OfAttribute(AttributeData attribute, CancellationToken cancellationToken) =>
        Syntax(attribute, cancellationToken)?.GetLocation();

    /// <summary>The symbol's name, where it is in this compilation's source.</summary>
    public static Location? InSource(ISymbol symbol) => symbol.Locations.FirstOrDefault(l => l.IsInSource);

    private static AttributeSyntax? Syntax(AttributeData attribute, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;

    private static AttributeArgumentSyntax? Argument(AttributeSyntax attribute, string? argument)
    {
        if (argument is null || attribute.ArgumentList is not { } list)
        {
            return null;
        }

        if (int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            var positional = list.Arguments.Where(a => a.NameEquals is null).ToArray();
            return position < positional.Length ? positional[position] : null;
        }

        return list.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == argument);
    }
}
