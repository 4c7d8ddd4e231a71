using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Generator.Reading.Constraints;

/// <summary>Finds the foreign keys that a model says: by <c>[References]</c>, and by navigations as in EF Core.</summary>
internal static class References
{
    /// <summary>The foreign keys; one that is said twice counts once.</summary>
    public static IReadOnlyList<Reference> Find(ModelContext context)
    {
        var references = new List<Reference>();
        foreach (var reference in OfAttributes(context).Concat(NavigationReferences.Find(context)))
        {
            if (!references.Any(r => SameAs(r, reference)))
            {
                references.Add(reference);
            }
        }

        return references;
    }

    /// <summary>Whether a foreign key begins at the column, so that its values come from elsewhere.</summary>
    public static bool IsReferencing(ModelContext context, ModelColumn column) =>
        column.Property.Attributes.Has(AttributeNames.References, AttributeNames.ForeignKey)
        || context.Attributes.All(AttributeNames.References).Any(a => a.Texts.Contains(column.Path) || a.Texts.Contains(column.Column.Name))
        || context.Properties.Any(p => Navigation.Target(p.Symbol.Type) is not null
            && (column.Path.Equals(p.Symbol.Name + "Id", StringComparison.OrdinalIgnoreCase)
                || (p.Attributes.Find(AttributeNames.ForeignKey)?.Text(0)?.Split(',').Any(n => n.Trim() == column.Path) ?? false)));

    private static IEnumerable<Reference> OfAttributes(ModelContext context)
    {
        foreach (var (attribute, column) in ConstraintName.All(context, AttributeNames.References))
        {
            var target = attribute.Type(0);
            if (target is null)
            {
                continue;
            }

            if (attribute.Texts.Count == 0 && column is null)
            {
                context.Report(DiagnosticCodes.InvalidArgument, attribute, "[References] on a class needs the referencing properties.");
                continue;
            }

            var names = attribute.Texts.Count == 0 ? [column!.Column.Name] : context.ColumnNames(attribute, attribute.Texts);
            if (names is not null)
            {
                yield return new Reference(
                    target,
                    [.. names.Select(n => context.FindColumn(n)!)],
                    attribute.Owner,
                    attribute,
                    (Schema.ReferentialAction)attribute.Number("OnDelete"));
            }
        }
    }

    private static bool SameAs(Reference left, Reference right) =>
        Microsoft.CodeAnalysis.SymbolEqualityComparer.Default.Equals(left.Target, right.Target)
        && left.Columns.Select(c => c.Column.Name).SequenceEqual(right.Columns.Select(c => c.Column.Name), StringComparer.Ordinal)
        && !(left.IsOurs && right.IsOurs);
}
