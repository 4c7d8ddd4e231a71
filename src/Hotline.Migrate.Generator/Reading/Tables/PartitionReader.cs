using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading.Tables;

/// <summary>Reads how a table is partitioned, and its partitions.</summary>
internal static class PartitionReader
{
    private static readonly string[] Strategies = ["RANGE", "LIST", "HASH"];

    /// <summary>How the table is partitioned.</summary>
    public static Partitioning? Partitioning(ModelShape shape)
    {
        var context = shape.Context;
        if (context.Attributes.Find(AttributeNames.Partitioned) is not { } attribute)
        {
            return null;
        }

        var keys = attribute.Texts;
        var strategy = attribute.Number(0) ?? 0;
        if (keys.Count == 0 || strategy < 0 || strategy >= Strategies.Length)
        {
            context.Report(DiagnosticCodes.InvalidArgument, attribute, "A partitioned table needs a strategy and at least one property, column or expression.");
            return null;
        }

        ReportKeys(shape, attribute, keys);
        return new Partitioning(Strategies[strategy], keys.Select(k => Key(context, k)).ToEquatableArray());
    }

    /// <summary>Which partition the model's table is, of which other one.</summary>
    public static PartitionOf? PartitionOf(ModelContext context)
    {
        if (context.Attributes.Find(AttributeNames.PartitionOf) is not { } attribute || attribute.Type(0) is not { } parent)
        {
            return null;
        }

        if (!Navigation.IsModel(parent) || !ModelAttribute.Of(parent).Any(a => a.Name == AttributeNames.Partitioned))
        {
            context.Report(DiagnosticCodes.NotAModel, attribute, $"'{parent.Name}' is no partitioned model: it needs [Table] and [Partitioned].", "0");
        }

        return new PartitionOf(new ModelContext(parent, context.CancellationToken).Table, Bound(context, attribute, 1));
    }

    /// <summary>The model of the table that the model's is a partition of.</summary>
    public static INamedTypeSymbol? ParentOf(ModelContext context) =>
        context.Attributes.Find(AttributeNames.PartitionOf)?.Type(0) is { } parent && !SymbolEqualityComparer.Default.Equals(parent, context.Model)
            ? parent
            : null;

    /// <summary>The partitions that <c>[Partition]</c> gives to the table: tables without columns of their own.</summary>
    public static IEnumerable<Table> Partitions(ModelContext context)
    {
        foreach (var attribute in context.Attributes.All(AttributeNames.Partition))
        {
            if (!context.Attributes.Has(AttributeNames.Partitioned))
            {
                context.Report(DiagnosticCodes.InvalidArgument, attribute, $"'{context.Model.Name}' has a partition but is not [Partitioned].");
            }

            var name = new QualifiedName(attribute.Text("Schema") ?? context.Table.Schema, attribute.Text(0) ?? "");
            context.CheckName(name.Name, "partition", attribute.Owner, attribute, "0");
            yield return new Table { Name = name, PartitionOf = new PartitionOf(context.Table, Bound(context, attribute, 1)) };
        }
    }

    private static string Key(ModelContext context, string key) =>
        context.FindColumn(key) is { } column ? SqlIdentifier.Quote(column.Column.Name) : "(" + SqlText.Unwrap(key) + ")";

    private static void ReportKeys(ModelShape shape, ModelAttribute attribute, IReadOnlyList<string> keys)
    {
        var context = shape.Context;
        foreach (var key in keys)
        {
            var column = context.FindColumn(key);
            if (column is null && key.All(c => char.IsLetterOrDigit(c) || c == '_'))
            {
                context.Report(DiagnosticCodes.UnknownProperty, attribute, $"'{context.Model.Name}' has no column for '{key}'.");
            }
            else if (shape.PrimaryKey is { } primaryKey && (column is null || !primaryKey.Columns.Contains(column.Column.Name)))
            {
                context.Report(
                    DiagnosticCodes.ConflictingKeys,
                    attribute,
                    $"The primary key of a partitioned table must contain every partition key; '{key}' is not in that of '{context.Model.Name}'.");
            }
        }
    }

    private static string Bound(ModelContext context, ModelAttribute attribute, int index)
    {
        var bound = (attribute.Text(index) ?? "").Trim();
        if (!bound.StartsWith("FOR VALUES", StringComparison.OrdinalIgnoreCase) && !bound.Equals("DEFAULT", StringComparison.OrdinalIgnoreCase))
        {
            context.Report(DiagnosticCodes.InvalidArgument, attribute, "The bound of a partition is 'FOR VALUES ...' or 'DEFAULT'.", "1");
        }

        return bound;
    }
}
