using System.Globalization;
using Hotline.Migrate.Backups;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.History;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;
using Hotline.Migrate.Scratch;
using Npgsql;

namespace Hotline.Migrate.Rehearsing;

/// <summary>Gives a database the schema of another, and a sample of its rows.</summary>
internal static class Replica
{
    /// <summary>Fills <paramref name="target"/>; tells what rows it has.</summary>
    /// <exception cref="PostgresException">The schema does not stand alone.</exception>
    public static async Task<string> FillAsync(
        ConnectionSettings settings, ScratchDatabase target, HistoryTableName history, CancellationToken cancellationToken)
    {
        var source = await DatabaseConnector.OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            var from = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using (from.ConfigureAwait(false))
            {
                var schema = await SchemaAsync(settings, from, cancellationToken).ConfigureAwait(false);
                await SchemaScript.RunAsync(target.DataSource, schema, cancellationToken).ConfigureAwait(false);
                var to = await target.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using (to.ConfigureAwait(false))
                {
                    return await new SampleCopy(from, to, history).RunAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private static async Task<string> SchemaAsync(ConnectionSettings settings, NpgsqlConnection from, CancellationToken cancellationToken)
    {
        if (await DumpProgram.FindAsync(from.PostgreSqlVersion.Major, cancellationToken).ConfigureAwait(false) is { } program)
        {
            var file = Path.Combine(Path.GetTempPath(), $"hotline-migrate-{Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)}.sql");
            try
            {
                if (await program.RunAsync(settings, ["--schema-only", "--no-owner", $"--file={file}"], cancellationToken).ConfigureAwait(false) is null)
                {
                    return WithoutMetaCommands(await File.ReadAllLinesAsync(file, cancellationToken).ConfigureAwait(false));
                }
            }
            finally
            {
                File.Delete(file);
            }
        }

        var schema = await DatabaseInspector.InspectAsync(from, cancellationToken).ConfigureAwait(false);
        return MigrationBody.Compose(SchemaDiffer.Diff(DatabaseSchema.Empty, schema), RenderOptions.Default with { BodiesUnchecked = true }).Upgrade;
    }

    // Newer versions of pg_dump write \restrict for psql; CREATE SCHEMA public meets the one that every database has.
    private static string WithoutMetaCommands(IEnumerable<string> lines) =>
        string.Join('\n', lines.Where(line =>
            !line.StartsWith("\\restrict ", StringComparison.Ordinal)
            && !line.StartsWith("\\unrestrict ", StringComparison.Ordinal)
            && line != "CREATE SCHEMA public;"));
}
