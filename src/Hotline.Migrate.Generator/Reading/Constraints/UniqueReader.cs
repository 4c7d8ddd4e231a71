using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Reading.Constraints;

/// <summary>Reads unique constraints.</summary>
internal static class UniqueReader
{
    /// <summary>The constraints of <c>[Unique]</c> on the class and on properties.</summary>
    public static IEnumerable<UniqueConstraint> Read(ModelContext context)
    {
        foreach (var (attribute, column) in ConstraintName.All(context, AttributeNames.Unique))
        {
            var columns = attribute.Texts.Count == 0 && column is not null ? [column.Column.Name] : context.ColumnNames(attribute, attribute.Texts);
            if (columns is { Count: 0 })
            {
                context.Report(DiagnosticCodes.InvalidArgument, attribute, "[Unique] on a class needs the properties that are unique together.");
            }

            if (columns is not { Count: > 0 } || context.ColumnNames(attribute, attribute.List("Include"), "Include") is not { } include)
            {
                continue;
            }

            yield return new UniqueConstraint
            {
                Name = ConstraintName.OfIndex(context, attribute, "unique constraint", ObjectNames.Unique(context.Table.Name, columns)),
                Columns = columns.ToEquatableArray(),
                Include = include.ToEquatableArray(),
                NullsNotDistinct = attribute.Flag("NullsNotDistinct"),
                WithoutOverlaps = TemporalKeys.Read(context, attribute, columns),
                Deferrability = ConstraintName.Deferrability(attribute),
                Comment = attribute.Text("Comment"),
            };
        }
    }
}
