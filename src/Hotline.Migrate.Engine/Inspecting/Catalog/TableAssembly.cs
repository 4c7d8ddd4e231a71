using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Puts tables, foreign tables and views together from the rows of all their parts.</summary>
internal static class TableAssembly
{
    /// <summary>The queries, in the order in which <see cref="ReadAsync"/> takes their results.</summary>
    public static string[] Queries(int version) =>
    [
        TableCatalog.Query, ForeignTableCatalog.Query, ColumnCatalog.Query, ConstraintCatalog.Query(version), IndexCatalog.Query(version),
        PolicyCatalog.Query, ViewCatalog.Query, ViewCatalog.ColumnsQuery,
    ];

    /// <summary>Reads the results.</summary>
    public static async Task<IEnumerable<SchemaObject>> ReadAsync(CatalogReader catalog)
    {
        var tables = await catalog.NextAsync(TableCatalog.Read).ConfigureAwait(false);
        var foreignTables = await catalog.NextAsync(ForeignTableCatalog.Read).ConfigureAwait(false);
        var columns = await catalog.NextPerOwnerAsync(ColumnCatalog.Read).ConfigureAwait(false);
        var constraints = await catalog.NextPerOwnerAsync(ConstraintCatalog.Read).ConfigureAwait(false);
        var indexes = await catalog.NextPerOwnerAsync(IndexCatalog.Read).ConfigureAwait(false);
        var policies = await catalog.NextPerOwnerAsync(PolicyCatalog.Read).ConfigureAwait(false);
        var views = await catalog.NextAsync(ViewCatalog.Read).ConfigureAwait(false);
        var viewColumns = await catalog.NextPerOwnerAsync(ViewCatalog.ReadColumn).ConfigureAwait(false);

        var oids = tables.ToDictionary(t => t.Table.Name, t => t.Oid);
        foreach (var table in foreignTables)
        {
            oids[table.Name] = table.Oid;
        }

        TableColumn[] OfParents(IEnumerable<QualifiedName> parents) =>
            [.. parents.Where(oids.ContainsKey).SelectMany(p => columns[oids[p]])];

        EquatableArray<T> Constraints<T>(uint oid)
            where T : TableConstraint, IEquatable<T> => Sorted(constraints[oid].OfType<T>(), c => c.Name);

        return
        [
            .. tables.Select(t => t.Table with
            {
                Columns = Declared([.. columns[t.Oid]], t.Table.Inherits, OfParents),
                PrimaryKey = constraints[t.Oid].OfType<PrimaryKey>().SingleOrDefault(),
                Uniques = Constraints<UniqueConstraint>(t.Oid),
                Checks = Constraints<CheckConstraint>(t.Oid),
                Exclusions = Constraints<ExclusionConstraint>(t.Oid),
                ForeignKeys = Constraints<ForeignKey>(t.Oid),
                Indexes = Sorted(indexes[t.Oid], i => i.Name),
                Policies = Sorted(policies[t.Oid], p => p.Name),
            }),
            .. foreignTables.Select(t => ForeignTableCatalog.Complete(
                t, [.. columns[t.Oid]], OfParents(t.Parents), [.. Constraints<CheckConstraint>(t.Oid)])),
            .. views.Select(v => ViewCatalog.Complete(v.View, viewColumns[v.Oid], Sorted(indexes[v.Oid], i => i.Name))),
        ];
    }

    // Of a table that inherits, what it has from its parents goes without saying. A partition's columns are told whole.
    private static EquatableArray<Column> Declared(
        TableColumn[] columns, EquatableArray<QualifiedName> parents, Func<IEnumerable<QualifiedName>, TableColumn[]> ofParents)
    {
        if (parents.IsEmpty)
        {
            return columns.Select(c => c.Column).ToEquatableArray();
        }

        var inherited = ofParents(parents).ToLookup(c => c.Column.Name);
        return columns.Where(c => c.IsDeclared(inherited[c.Column.Name])).Select(c => c.Column).ToEquatableArray();
    }

    private static EquatableArray<T> Sorted<T>(IEnumerable<T> items, Func<T, string> name)
        where T : IEquatable<T> => items.OrderBy(name, StringComparer.Ordinal).ToEquatableArray();
}
