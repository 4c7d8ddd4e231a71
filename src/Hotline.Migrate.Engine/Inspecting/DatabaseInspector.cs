using Hotline.Migrate.Inspecting.Catalog;
using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting;

/// <summary>Reads the schema of a live database.</summary>
public static class DatabaseInspector
{
    /// <summary>Reads every schema of the database, in one snapshot and one round trip.</summary>
    /// <param name="connection">An open connection without a transaction.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The schema in the same terms as the one that the models describe, with PostgreSQL's own spelling of expressions.</returns>
    /// <exception cref="NpgsqlException">The server refused or went away.</exception>
    public static async Task<DatabaseSchema> InspectAsync(NpgsqlConnection connection, CancellationToken cancellationToken = default)
    {
        var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var batch = connection.CreateBatch();
            await using (batch.ConfigureAwait(false))
            {
                batch.Timeout = 0;
                batch.BatchCommands.Add(new NpgsqlBatchCommand(CatalogSettings.Statement));
                foreach (var query in Queries(connection.PostgreSqlVersion.Major))
                {
                    batch.BatchCommands.Add(new NpgsqlBatchCommand(query));
                }

                var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    return await ReadAsync(new CatalogReader(reader, cancellationToken)).ConfigureAwait(false);
                }
            }
        }
    }

    // In the order in which ReadAsync takes their results.
    private static string[] Queries(int version) =>
    [
        NamespaceCatalog.Query, ExtensionCatalog.Query, EnumCatalog.Query, SequenceCatalog.Query,
        RoutineCatalog.Query, AggregateCatalog.Query, TriggerCatalog.Query, RuleCatalog.Query,
        DomainCatalog.Query, DomainCatalog.ChecksQuery, CompositeCatalog.Query, CompositeCatalog.FieldsQuery,
        TableCatalog.Query, ColumnCatalog.Query, ConstraintCatalog.Query(version), IndexCatalog.Query(version), PolicyCatalog.Query,
        ViewCatalog.Query, ViewCatalog.ColumnsQuery,
    ];

    private static async Task<DatabaseSchema> ReadAsync(CatalogReader catalog)
    {
        var objects = new List<SchemaObject>();
        foreach (var read in (Func<NpgsqlDataReader, SchemaObject>[])
            [
                NamespaceCatalog.Read, ExtensionCatalog.Read, EnumCatalog.Read, SequenceCatalog.Read,
                RoutineCatalog.Read, AggregateCatalog.Read, TriggerCatalog.Read, RuleCatalog.Read,
            ])
        {
            objects.AddRange(await catalog.NextAsync(read).ConfigureAwait(false));
        }

        var domains = await catalog.NextAsync(DomainCatalog.Read).ConfigureAwait(false);
        var domainChecks = await catalog.NextPerOwnerAsync(DomainCatalog.ReadCheck).ConfigureAwait(false);
        objects.AddRange(domains.Select(d => d.Domain with { Checks = Sorted(domainChecks[d.Oid], c => c.Name) }));

        var composites = await catalog.NextAsync(CompositeCatalog.Read).ConfigureAwait(false);
        var fields = await catalog.NextPerOwnerAsync(CompositeCatalog.ReadField).ConfigureAwait(false);
        objects.AddRange(composites.Select(c => c.Type with { Fields = fields[c.Oid].ToEquatableArray() }));

        var tables = await catalog.NextAsync(TableCatalog.Read).ConfigureAwait(false);
        var columns = await catalog.NextPerOwnerAsync(ColumnCatalog.Read).ConfigureAwait(false);
        var constraints = await catalog.NextPerOwnerAsync(ConstraintCatalog.Read).ConfigureAwait(false);
        var indexes = await catalog.NextPerOwnerAsync(IndexCatalog.Read).ConfigureAwait(false);
        var policies = await catalog.NextPerOwnerAsync(PolicyCatalog.Read).ConfigureAwait(false);
        objects.AddRange(tables.Select(t => t.Table with
        {
            Columns = columns[t.Oid].ToEquatableArray(),
            PrimaryKey = constraints[t.Oid].OfType<PrimaryKey>().SingleOrDefault(),
            Uniques = Sorted(constraints[t.Oid].OfType<UniqueConstraint>(), c => c.Name),
            Checks = Sorted(constraints[t.Oid].OfType<CheckConstraint>(), c => c.Name),
            Exclusions = Sorted(constraints[t.Oid].OfType<ExclusionConstraint>(), c => c.Name),
            ForeignKeys = Sorted(constraints[t.Oid].OfType<ForeignKey>(), c => c.Name),
            Indexes = Sorted(indexes[t.Oid], i => i.Name),
            Policies = Sorted(policies[t.Oid], p => p.Name),
        }));

        var views = await catalog.NextAsync(ViewCatalog.Read).ConfigureAwait(false);
        var viewColumns = await catalog.NextPerOwnerAsync(ViewCatalog.ReadColumn).ConfigureAwait(false);
        objects.AddRange(views.Select(v => ViewCatalog.Complete(v.View, viewColumns[v.Oid], Sorted(indexes[v.Oid], i => i.Name))));

        return DatabaseSchema.Of(objects);
    }

    private static EquatableArray<T> Sorted<T>(IEnumerable<T> items, Func<T, string> name)
        where T : IEquatable<T> => items.OrderBy(name, StringComparer.Ordinal).ToEquatableArray();
}
