using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Generator.Reading.Columns;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading.Constraints;

/// <summary>Reads the primary key: of <c>[PrimaryKey]</c>, <c>[Key]</c>, or the property <c>Id</c> or <c>TypeId</c>.</summary>
internal static class KeyReader
{
    /// <summary>The key, and the columns as it makes them: NOT NULL, and identity for a lone integer.</summary>
    public static (PrimaryKey? Key, IReadOnlyList<ModelColumn> Columns) Read(ModelContext context)
    {
        var attribute = context.Attributes.Find(AttributeNames.PrimaryKey, AttributeNames.EfPrimaryKey);
        var keys = KeyColumns(context, attribute);
        var keyless = context.Attributes.Find(AttributeNames.Keyless, AttributeNames.EfKeyless);
        if (keyless is not null)
        {
            if (attribute is not null || context.Columns.Any(c => c.Property.Attributes.Has(AttributeNames.Key)))
            {
                context.Report(DiagnosticCodes.ConflictingKeys, keyless, $"'{context.Model.Name}' is [Keyless] and has a key.");
            }

            return (null, context.Columns);
        }

        if (keys is null || keys.Count == 0)
        {
            if (keys is not null && context.Columns.Count > 0 && !context.Attributes.Has(AttributeNames.PartitionOf))
            {
                context.Report(
                    DiagnosticCodes.MissingKey,
                    context.Model,
                    $"'{context.Model.Name}' has no primary key. Mark a property with [Key] or the class with [PrimaryKey]; a table without a key says so by [Keyless].");
            }

            return (null, context.Columns);
        }

        var key = new PrimaryKey
        {
            Name = attribute is null ? ObjectNames.PrimaryKey(context.Table.Name) : ConstraintName.OfIndex(context, attribute, "primary key", ObjectNames.PrimaryKey(context.Table.Name)),
            Columns = keys.ToEquatableArray(),
            Include = (attribute is null ? [] : context.ColumnNames(attribute, attribute.List("Include"), "Include") ?? []).ToEquatableArray(),
            WithoutOverlaps = TemporalKeys.Read(context, attribute, keys),
            Deferrability = attribute is null ? Deferrability.NotDeferrable : ConstraintName.Deferrability(attribute),
            Comment = attribute?.Text("Comment"),
        };
        return (key, [.. context.Columns.Select(c => keys.Contains(c.Column.Name) ? AsKey(context, c, keys.Count == 1) : c)]);
    }

    private static IReadOnlyList<string>? KeyColumns(ModelContext context, ModelAttribute? attribute)
    {
        IReadOnlyList<string> marked = [.. context.Columns.Where(c => c.Property.Attributes.Has(AttributeNames.Key)).Select(c => c.Column.Name)];
        if (attribute is null || attribute.Texts.Count == 0)
        {
            return marked.Count > 0 ? marked : ByConvention(context);
        }

        var listed = context.ColumnNames(attribute, attribute.Texts);
        if (listed is not null && listed.Distinct(StringComparer.Ordinal).Count() < listed.Count)
        {
            context.Report(DiagnosticCodes.ConflictingKeys, attribute, $"The primary key of '{context.Model.Name}' has a column twice.");
        }

        if (listed is not null && MarkedBeside(context, attribute).Any(m => !listed.Contains(m)))
        {
            context.Report(DiagnosticCodes.ConflictingKeys, attribute, $"'{context.Model.Name}' has [PrimaryKey], and [Key] on a property that is not in it.");
        }

        return listed;
    }

    // A base class's [Key] gives way to the model's own [PrimaryKey].
    private static IEnumerable<string> MarkedBeside(ModelContext context, ModelAttribute attribute) => context.Columns
        .Where(c => c.Property.Attributes.Has(AttributeNames.Key)
            && SymbolEqualityComparer.Default.Equals(c.Property.Symbol.ContainingType.OriginalDefinition, attribute.Owner.OriginalDefinition))
        .Select(c => c.Column.Name);

    private static IReadOnlyList<string> ByConvention(ModelContext context)
    {
        var column = context.Columns.FirstOrDefault(c => c.Path.Equals("Id", StringComparison.OrdinalIgnoreCase))
            ?? context.Columns.FirstOrDefault(c => c.Path.Equals(context.Model.Name + "Id", StringComparison.OrdinalIgnoreCase));
        return column is null ? [] : [column.Column.Name];
    }

    private static ModelColumn AsKey(ModelContext context, ModelColumn column, bool alone) => column with
    {
        Column = column.Column with
        {
            Nullable = false,
            Identity = column.Column.Identity ?? (alone && CountsByItself(context, column) ? new Identity(false, SequenceOptions.Default) : null),
        },
    };

    private static bool CountsByItself(ModelContext context, ModelColumn column) =>
        column.Property.Symbol.Type.SpecialType
            is SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt16 or SpecialType.System_UInt32
        && ColumnValues.IsInteger(column.Column.Type)
        && column.Column is { Default: null, Generated: null }
        && ColumnValues.GeneratedOption(column.Property) != ColumnValues.NotGenerated
        && !References.IsReferencing(context, column);
}
