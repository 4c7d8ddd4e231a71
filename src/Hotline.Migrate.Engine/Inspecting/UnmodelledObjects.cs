using Hotline.Migrate.Inspecting.Catalog;
using Npgsql;

namespace Hotline.Migrate.Inspecting;

/// <summary>Reads what a database holds and the schema model does not know, so that it can be named, and compared where it is part of the schema.</summary>
public static class UnmodelledObjects
{
    /// <summary>Reads them in one round trip, sorted by kind and name.</summary>
    /// <param name="connection">An open connection without a transaction.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Diagnostics.DiagnosticException">The role may not read a catalog (HM0530).</exception>
    public static Task<IReadOnlyList<UnmodelledObject>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken = default) =>
        CatalogAccess.ReadAsync<IReadOnlyList<UnmodelledObject>>(
            connection,
            [UnmodelledCatalog.Query(connection.PostgreSqlVersion.Major)],
            async catalog =>
            {
                var objects = await catalog.NextAsync(UnmodelledCatalog.Read).ConfigureAwait(false);
                return [.. objects.OrderBy(o => o.Kind, StringComparer.Ordinal).ThenBy(o => o.Name)];
            },
            cancellationToken);
}
