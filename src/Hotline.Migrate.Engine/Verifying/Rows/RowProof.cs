using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Schema;
using Hotline.Migrate.Scratch;
using Npgsql;

namespace Hotline.Migrate.Verifying.Rows;

/// <summary>Proves that rows survive: each migration goes up and down on tables that hold some.</summary>
/// <remarks>
/// A table or column that a migration drops is its business (HM0515 tells of it), and so are the rows of a table that it writes to.
/// Everything else has to be there afterwards as it was before.
/// </remarks>
internal sealed class RowProof(ScratchReplay replay, List<VerifyFinding> findings)
{
    /// <summary>Proves one migration; at the end it is applied.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="before">The schema before it.</param>
    /// <param name="after">The schema after it.</param>
    /// <param name="cancellationToken">Ends the proof.</param>
    public async Task ProveAsync(Migration migration, DatabaseState before, DatabaseState after, CancellationToken cancellationToken)
    {
        var source = replay.DataSource;
        var filled = await DatabaseContent.ReadAsync(source, before.Schema, cancellationToken).ConfigureAwait(false);
        await SampleRows.InsertAsync(source, before.Schema, filled.Tables.Keys, cancellationToken).ConfigureAwait(false);
        var first = await DatabaseContent.ReadAsync(source, before.Schema, cancellationToken).ConfigureAwait(false);
        if (!await UpAsync(migration, before.Schema, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var second = await DatabaseContent.ReadAsync(source, after.Schema, cancellationToken).ConfigureAwait(false);
        Compare(migration, "upgrade", first, second, new TouchedRows(migration.Upgrade), mayLose: false);
        await replay.DowngradeAsync(migration, cancellationToken).ConfigureAwait(false);
        var third = await DatabaseContent.ReadAsync(source, before.Schema, cancellationToken).ConfigureAwait(false);
        Compare(
            migration, "downgrade", Kept(first, second, DataLosses.Of(migration.Upgrade).Count > 0), third,
            new TouchedRows(migration.Upgrade, migration.Downgrade), mayLose: true);
        await replay.UpgradeAsync([migration], cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> UpAsync(Migration migration, DatabaseSchema before, CancellationToken cancellationToken)
    {
        try
        {
            await replay.UpgradeAsync([migration], cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DiagnosticException failure) when (failure.Diagnostics[0].SqlState is { } state && state.StartsWith("23", StringComparison.Ordinal))
        {
            if (state == PostgresErrorCodes.NotNullViolation)
            {
                findings.Add(VerifyFindings.FailsOnRows(migration, failure));
            }

            // Other constraints want values that a sample row need not have: the migration goes on without rows.
            await replay.ExecuteAsync($"TRUNCATE {string.Join(", ", before.Tables.Select(t => SqlIdentifier.Quote(t.Name)))} CASCADE", cancellationToken).ConfigureAwait(false);
            await replay.UpgradeAsync([migration], cancellationToken).ConfigureAwait(false);
            return false;
        }
    }

    /// <summary>What has to come back: where data is lost on the way up, only what is still there after it.</summary>
    private static DatabaseContent Kept(DatabaseContent first, DatabaseContent second, bool loses) => !loses ? first : new DatabaseContent(first.Tables
        .Where(t => second.Tables.ContainsKey(t.Key))
        .ToDictionary(t => t.Key, t => t.Value with
        {
            Columns = t.Value.Columns.Where(c => second.Tables[t.Key].Columns.TryGetValue(c.Key, out var kept) && kept.Type == c.Value.Type).ToDictionary(),
        }));

    private void Compare(Migration migration, string direction, DatabaseContent before, DatabaseContent after, TouchedRows touched, bool mayLose)
    {
        foreach (var (name, table) in before.Tables.Where(t => !touched.Contains(t.Key.Name)))
        {
            if (!after.Tables.TryGetValue(name, out var now))
            {
                // On the way up it was dropped or renamed, which the comparison of schemas tells.
                if (mayLose)
                {
                    findings.Add(VerifyFindings.RowsLost(migration, direction, $"{name} had {table.RowCount} rows and has none."));
                }

                continue;
            }

            if (now.RowCount != table.RowCount)
            {
                findings.Add(VerifyFindings.RowsLost(migration, direction, $"{name} had {table.RowCount} rows and has {now.RowCount}."));
            }

            foreach (var (column, content) in table.Columns)
            {
                if (now.Columns.TryGetValue(column, out var found) && found.Type == content.Type && found.Digest != content.Digest)
                {
                    findings.Add(VerifyFindings.RowsLost(migration, direction, $"{name}.{column} holds other values than before."));
                }
            }
        }
    }
}
