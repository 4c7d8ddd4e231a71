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
            var version = connection.PostgreSqlVersion.Major;
            var batch = connection.CreateBatch();
            await using (batch.ConfigureAwait(false))
            {
                batch.Timeout = 0;
                batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT set_config('search_path', 'public', true)"));
                foreach (var query in (string[])
                    [
                        CatalogQueries.Namespaces, CatalogQueries.Extensions, CatalogQueries.Enums, CatalogQueries.Sequences,
                        CatalogQueries.Tables, CatalogQueries.Columns, CatalogQueries.Constraints(version),
                        CatalogQueries.Indexes(version), CatalogQueries.Policies,
                    ])
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

    private static async Task<DatabaseSchema> ReadAsync(CatalogReader catalog)
    {
        var objects = new List<SchemaObject>();
        objects.AddRange(await catalog.NextAsync(ObjectRows.Namespace).ConfigureAwait(false));
        objects.AddRange(await catalog.NextAsync(ObjectRows.Extension).ConfigureAwait(false));
        objects.AddRange(await catalog.NextAsync(ObjectRows.Enum).ConfigureAwait(false));
        objects.AddRange(await catalog.NextAsync(ObjectRows.Sequence).ConfigureAwait(false));

        var tables = await catalog.NextAsync(TableRows.Table).ConfigureAwait(false);
        var columns = await catalog.NextPerTableAsync(TableRows.Column).ConfigureAwait(false);
        var constraints = await catalog.NextPerTableAsync(ConstraintRows.Constraint).ConfigureAwait(false);
        var indexes = await catalog.NextPerTableAsync(IndexRows.Index).ConfigureAwait(false);
        var policies = await catalog.NextPerTableAsync(TableRows.Policy).ConfigureAwait(false);

        foreach (var (oid, table) in tables)
        {
            objects.Add(table with
            {
                Columns = columns[oid].ToEquatableArray(),
                PrimaryKey = constraints[oid].OfType<PrimaryKey>().SingleOrDefault(),
                Uniques = Sorted(constraints[oid].OfType<UniqueConstraint>(), c => c.Name),
                Checks = Sorted(constraints[oid].OfType<CheckConstraint>(), c => c.Name),
                Exclusions = Sorted(constraints[oid].OfType<ExclusionConstraint>(), c => c.Name),
                ForeignKeys = Sorted(constraints[oid].OfType<ForeignKey>(), c => c.Name),
                Indexes = Sorted(indexes[oid], i => i.Name),
                Policies = Sorted(policies[oid], p => p.Name),
            });
        }

        return DatabaseSchema.Of(objects);
    }

    private static EquatableArray<T> Sorted<T>(IEnumerable<T> items, Func<T, string> name)
        where T : IEquatable<T> => items.OrderBy(name, StringComparer.Ordinal).ToEquatableArray();
}
