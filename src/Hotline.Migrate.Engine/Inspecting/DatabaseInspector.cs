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
    /// <exception cref="Diagnostics.DiagnosticException">The role may not read a catalog (HM0530).</exception>
    /// <exception cref="NpgsqlException">The server refused for another reason or went away.</exception>
    public static Task<DatabaseSchema> InspectAsync(NpgsqlConnection connection, CancellationToken cancellationToken = default) =>
        CatalogAccess.ReadAsync(connection, Queries(connection.PostgreSqlVersion.Major), ReadAsync, cancellationToken);

    // In the order in which ReadAsync takes their results.
    private static string[] Queries(int version) =>
    [
        NamespaceCatalog.Query, ExtensionCatalog.Query, EnumCatalog.Query, SequenceCatalog.Query,
        RoutineCatalog.Query, AggregateCatalog.Query, TriggerCatalog.Query, RuleCatalog.Query,
        EventTriggerCatalog.Query, PublicationCatalog.Query(version), StatisticsCatalog.Query, CollationCatalog.Query(version), RangeCatalog.Query,
        ForeignDataWrapperCatalog.Query, ForeignServerCatalog.Query, TextSearchCatalog.DictionariesQuery, TextSearchCatalog.ConfigurationsQuery,
        DomainCatalog.Query, DomainCatalog.ChecksQuery, CompositeCatalog.Query, CompositeCatalog.FieldsQuery,
        PrivilegeCatalog.Query, DefaultPrivilegeCatalog.Query,
        .. TableAssembly.Queries(version),
    ];

    private static async Task<DatabaseSchema> ReadAsync(CatalogReader catalog)
    {
        var objects = new List<SchemaObject>();
        foreach (var read in (Func<NpgsqlDataReader, SchemaObject>[])
            [
                NamespaceCatalog.Read, ExtensionCatalog.Read, EnumCatalog.Read, SequenceCatalog.Read,
                RoutineCatalog.Read, AggregateCatalog.Read, TriggerCatalog.Read, RuleCatalog.Read,
                EventTriggerCatalog.Read, PublicationCatalog.Read, StatisticsCatalog.Read, CollationCatalog.Read, RangeCatalog.Read,
                ForeignDataWrapperCatalog.Read, ForeignServerCatalog.Read, TextSearchCatalog.ReadDictionary, TextSearchCatalog.ReadConfiguration,
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

        objects.AddRange(PrivilegeCatalog.Objects(await catalog.NextAsync(PrivilegeCatalog.Read).ConfigureAwait(false)));
        objects.AddRange(DefaultPrivilegeCatalog.Objects(await catalog.NextAsync(DefaultPrivilegeCatalog.Read).ConfigureAwait(false)));
        objects.AddRange(await TableAssembly.ReadAsync(catalog).ConfigureAwait(false));
        return DatabaseSchema.Of(objects);
    }

    private static EquatableArray<T> Sorted<T>(IEnumerable<T> items, Func<T, string> name)
        where T : IEquatable<T> => items.OrderBy(name, StringComparer.Ordinal).ToEquatableArray();
}
