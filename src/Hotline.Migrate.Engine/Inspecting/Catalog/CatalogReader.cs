using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Walks through the results of the catalog queries, one after the other.</summary>
internal sealed class CatalogReader(NpgsqlDataReader reader, CancellationToken cancellationToken)
{
    /// <summary>Reads the next result whole.</summary>
    public async Task<List<T>> NextAsync<T>(Func<NpgsqlDataReader, T> row)
    {
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>Reads the next result, whose rows each begin with the oid of the object that they are part of.</summary>
    public async Task<ILookup<uint, T>> NextPerOwnerAsync<T>(Func<NpgsqlDataReader, T> row)
    {
        var rows = await NextAsync(r => (Owner: r.GetFieldValue<uint>(0), Item: row(r))).ConfigureAwait(false);
        return rows.ToLookup(r => r.Owner, r => r.Item);
    }
}
