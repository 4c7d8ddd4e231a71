using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Generator.Reading.Constraints;
using Hotline.Migrate.Generator.Reading.Tables;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>Reads a class marked with <c>[Table]</c>: the one place that says what a model means. Generator and analyzers both call it.</summary>
internal static class ModelReader
{
    /// <summary>Reads <paramref name="model"/>, which carries <c>[Table]</c> itself.</summary>
    public static ModelReading Read(INamedTypeSymbol model, CancellationToken cancellationToken)
    {
        var shape = ModelShape.Read(model, cancellationToken);
        var context = shape.Context;
        var table = PartitionReader.PartitionOf(context) is { } partitionOf
            ? Partition(shape, partitionOf)
            : Table(shape);
        IReadOnlyList<Table> partitions = [.. PartitionReader.Partitions(context)];
        TableOptions.ReportClass(context);
        LostAttributes.Report(context);
        AttributeTexts.Report(context);
        foreach (var problem in ObjectProblems.Of(context.Attributes))
        {
            context.Report(problem);
        }

        ReportNames(context, table);
        IReadOnlyList<SchemaObject> objects = context.Problems.Any(p => !p.IsDoubt)
            ? []
            : WithSchemas([table, .. partitions, .. context.Needed, .. ObjectReader.Read(context.Attributes, context.Table.Schema)]);
        return new ModelReading(
            table,
            objects,
            context.Problems,
            table.Columns.IsEmpty ? [] : [.. context.Columns.Select(c => new ColumnMember(c.Column.Name, c.Path, c.Property.Symbol))],
            context.Enums);
    }

    private static Table Table(ModelShape shape) => Described(shape) with
    {
        Columns = shape.Context.Columns.Select(c => c.Column).ToEquatableArray(),
        Inherits = InheritanceReader.Parents(shape.Context).ToEquatableArray(),
        TenantKey = TableOptions.TenantKey(shape.Context),
    };

    // The columns are the partitioned table's; those of its own only say what differs.
    private static Table Partition(ModelShape shape, PartitionOf partitionOf) => Described(shape) with
    {
        Columns = shape.Context.Columns.Select(c => c.Column).ToEquatableArray(),
        PartitionOf = partitionOf,
    };

    private static Table Described(ModelShape shape)
    {
        var context = shape.Context;
        return new Table
        {
            Name = context.Table,
            Comment = context.Attributes.Comment(),
            PrimaryKey = shape.OwnKey,
            Uniques = Sorted(shape.Uniques, u => u.Name),
            ForeignKeys = Sorted(ForeignKeyReader.Read(shape), k => k.Name),
            Checks = Sorted(CheckReader.Read(context), c => c.Name),
            Exclusions = Sorted(ExclusionReader.Read(context), e => e.Name),
            Indexes = Sorted(shape.Indexes, i => i.Name),
            Policies = Sorted(PolicyReader.Read(context), p => p.Name),
            RowSecurity = PolicyReader.RowSecurity(context),
            Partitioning = PartitionReader.Partitioning(shape),
            ReplicaIdentity = TableOptions.ReplicaIdentity(context),
            ClusteredOn = TableOptions.Name(context, AttributeNames.ClusteredOn, "index"),
            Tablespace = TableOptions.Name(context, AttributeNames.Tablespace, "tablespace"),
            Unlogged = context.Attributes.Has(AttributeNames.Unlogged),
            StorageParameters = TableOptions.StorageParameters(context),
            RenamedFrom = TableOptions.RenamedFrom(context),
        };
    }

    private static EquatableArray<T> Sorted<T>(IEnumerable<T> items, Func<T, string> name)
        where T : IEquatable<T> => items.OrderBy(name, StringComparer.Ordinal).ToEquatableArray();

    private static IReadOnlyList<SchemaObject> WithSchemas(IReadOnlyList<SchemaObject> objects) =>
        [.. objects, .. ObjectReader.SchemasOf(objects)];

    private static void ReportNames(ModelContext context, Table table)
    {
        IEnumerable<string> keyed = table.PrimaryKey is { } key ? [key.Name] : [];
        keyed = [.. keyed, .. table.Uniques.Select(u => u.Name), .. table.Exclusions.Select(e => e.Name)];
        IEnumerable<string> constraints = [.. keyed, .. table.Checks.Select(c => c.Name), .. table.ForeignKeys.Select(k => k.Name)];
        IEnumerable<string> indexes = [.. keyed, .. table.Indexes.Select(i => i.Name)];
        var twice = Twice(constraints).Concat(Twice(indexes)).Concat(Twice(table.Policies.Select(p => p.Name)));
        foreach (var name in twice.Distinct(StringComparer.Ordinal))
        {
            context.Report(
                DiagnosticCodes.DuplicateName,
                context.Model,
                $"Two constraints, indexes or policies of '{context.Model.Name}' have the name '{name}'; give one of them another name.");
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);
}
