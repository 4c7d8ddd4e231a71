using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>Reads which tables a table inherits from.</summary>
internal static class InheritanceReader
{
    /// <summary>The classes that <c>[Inherits]</c> names on the model itself.</summary>
    public static IReadOnlyList<INamedTypeSymbol> ParentsOf(INamedTypeSymbol model)
    {
        foreach (var attribute in model.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "InheritsAttribute" } type && type.FullName() == AttributeNames.Inherits)
            {
                return [.. new ModelAttribute(AttributeNames.Inherits, attribute, model).Types.Where(p => !SymbolEqualityComparer.Default.Equals(p, model))];
            }
        }

        return [];
    }

    /// <summary>The parents' tables; a class that is no model is reported.</summary>
    public static IEnumerable<QualifiedName> Parents(ModelContext context)
    {
        if (context.Attributes.Find(AttributeNames.Inherits) is not { } attribute)
        {
            yield break;
        }

        if (attribute.Types.Count == 0)
        {
            context.Report(DiagnosticCodes.InvalidArgument, attribute, "[Inherits] needs the models of the tables that it inherits from.");
        }

        foreach (var parent in attribute.Types)
        {
            if (SymbolEqualityComparer.Default.Equals(parent, context.Model))
            {
                context.Report(DiagnosticCodes.InvalidArgument, attribute, $"'{parent.Name}' cannot inherit from itself.");
            }
            else if (!Navigation.IsModel(parent))
            {
                context.Report(DiagnosticCodes.NotAModel, attribute, $"'{parent.Display()}' is no model: it has no [Table].", "0");
            }

            yield return new ModelContext(parent, context.CancellationToken).Table;
        }
    }
}
