using Hotline.Migrate.Comparing;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting;

/// <summary>All that a database holds but its rows: what the schema model knows, and the rest as PostgreSQL spells it.</summary>
internal sealed record DatabaseState(DatabaseSchema Schema, IReadOnlyList<OtherObject> Others)
{
    /// <summary>Reads the part of a database that is the project's.</summary>
    public static async Task<DatabaseState> ReadAsync(NpgsqlDataSource source, ManagedObjects managed, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return managed.Of(new DatabaseState(
                await DatabaseInspector.InspectAsync(connection, cancellationToken).ConfigureAwait(false),
                await OtherObjects.ReadAsync(connection, cancellationToken).ConfigureAwait(false)));
        }
    }

    /// <summary>How <paramref name="found"/> differs from this state.</summary>
    public StateComparison CompareTo(DatabaseState found, DiffAnswers? answers = null)
    {
        var schemas = SchemaComparison.Of(Schema, found.Schema, answers);
        return new StateComparison(schemas, [.. schemas.Differences, .. OtherDifferences.Find(Others, found.Others)]);
    }
}
