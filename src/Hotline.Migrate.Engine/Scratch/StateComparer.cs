using Hotline.Migrate.Comparing;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Running;
using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Scratch;

/// <summary>Compares states of databases without false alarms.</summary>
/// <remarks>
/// PostgreSQL does not always spell an expression the same way again that it has spelled itself: <c>status IN ('a', 'b')</c> on a
/// <c>varchar</c> reads otherwise after a dump. So where states differ, a database is made of each, and these are compared.
/// </remarks>
internal sealed class StateComparer(ConnectionSettings server, ManagedObjects managed, RunnerOptions options)
{
    public async Task<StateComparison> CompareAsync(
        DatabaseState expected, DatabaseState found, DiffAnswers? answers, CancellationToken cancellationToken)
    {
        var first = expected.CompareTo(found, answers);
        if (!first.Schemas.Differences.Any(IsChange)
            || await MakeAsync(expected.Schema, cancellationToken).ConfigureAwait(false) is not { } settledExpected
            || await MakeAsync(found.Schema, cancellationToken).ConfigureAwait(false) is not { } settledFound)
        {
            return first;
        }

        var second = (expected with { Schema = settledExpected.Schema }).CompareTo(found with { Schema = Unfinished(found.Schema, settledFound.Schema) }, answers);
        return Lasting(first).SequenceEqual(Lasting(second), StringComparer.Ordinal) ? second : first;
    }

    /// <summary>Makes a database of <paramref name="schema"/> and reads it; <c>null</c> when the schema does not stand alone.</summary>
    public async Task<DatabaseState?> MakeAsync(DatabaseSchema schema, CancellationToken cancellationToken)
    {
        var replay = await ScratchReplay.CreateAsync(server, managed, options, cancellationToken).ConfigureAwait(false);
        await using (replay.ConfigureAwait(false))
        {
            try
            {
                var body = MigrationBody.Compose(SchemaDiffer.Diff(DatabaseSchema.Empty, schema), RenderOptions.Default with { BodiesUnchecked = true });
                await replay.ExecuteAsync(body.Upgrade, cancellationToken).ConfigureAwait(false);
                return await replay.ReadAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException)
            {
                // It uses a function, a type or a table that is not part of it.
                return null;
            }
        }
    }

    // A database that is made anew has no index that a build left invalid.
    private static DatabaseSchema Unfinished(DatabaseSchema found, DatabaseSchema made) => DatabaseSchema.Of(made.Objects.Select(o =>
        o is Table table && found.Find<Table>(table.Name) is { } original
            ? table with { Indexes = [.. table.Indexes.Select(i => i with { Invalid = original.Indexes.Any(f => f.Name == i.Name && f.Invalid) })] }
            : o));

    // Spelling makes a change of what is there, never something more or less.
    private static IEnumerable<string> Lasting(StateComparison comparison) =>
        comparison.Differences.Where(d => !IsChange(d)).Select(d => d.ToString());

    private static bool IsChange(SchemaDifference difference) => difference.Sign == '~';
}
