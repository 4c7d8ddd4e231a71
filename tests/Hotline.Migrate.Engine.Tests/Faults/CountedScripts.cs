using System.Text;
using Hotline.Migrate.Engine.Tests.Running;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Faults;

/// <summary>Migrations in files, some of them too long to be held, some with C#, which count how often each ran, up and down.</summary>
internal static class CountedScripts
{
    private const int Rows = 12_000;
    private const int Inserts = 300;

    private const string Setup =
        """
        CREATE TABLE happened (revision int, direction text);
        CREATE TABLE loaded (revision int, n int, filler text);
        """;

    /// <summary>Writes the migrations of <paramref name="kinds"/> into a folder and reads them.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="kinds">T is one transaction, S two steps, X one with C#, L a long one with data, N a long one without a transaction.</param>
    /// <param name="options">How they are run.</param>
    public static OrdealSubject In(TestDirectory folder, string kinds, RunnerOptions options)
    {
        for (var i = 0; i < kinds.Length; i++)
        {
            var text = Project.Text(i + 1, Up(kinds[i], i + 1), Down(kinds[i], i + 1));
            folder.Write(FormattableString.Invariant($"migrations/{i + 1}.sql"), text);
        }

        var set = MigrationSet.Load(folder["migrations"], TestContext.Current.CancellationToken);
        var streamed = set.Migrations.Count(m => m.Upgrade.Steps.SelectMany(s => s.Commands).Any(c => c is StreamedCommand));
        Assert.Equal(kinds.Count(kind => kind is 'L' or 'N'), streamed);
        return new(
            set,
            options with { DataMigrations = new DataMigrations().Add("Count.Up", () => new Count("upgrade")).Add("Count.Down", () => new Count("downgrade")) },
            Setup,
            (source, ups, downs, token) => FindWrongAsync(source, kinds, ups, downs, token));
    }

    private static string Up(char kind, int number)
    {
        var ran = FormattableString.Invariant($"INSERT INTO happened VALUES ({number}, 'upgrade');");
        return kind switch
        {
            'T' => $"CREATE TABLE t{number} (n int);\n{ran}\nSELECT pg_sleep(0.003);",
            'S' => $"CREATE TABLE t{number} (n int);\n-- hm:step two\n{ran}\nSELECT pg_sleep(0.003);",
            'X' => $"CREATE TABLE t{number} (n int);\nSET LOCAL counted.revision = '{number}';\n-- hm:code Count.Up\nSELECT pg_sleep(0.003);",
            'L' => $"CREATE TABLE t{number} (n int);\n{ran}\n{Data(number)}",
            _ => $"-- hm:no-transaction\nCREATE TABLE t{number} (n int);\n{ran}\n{Data(number)}",
        };
    }

    private static string Down(char kind, int number)
    {
        var ran = FormattableString.Invariant($"INSERT INTO happened VALUES ({number}, 'downgrade');");
        return kind switch
        {
            'X' => $"DROP TABLE t{number};\nSET LOCAL counted.revision = '{number}';\n-- hm:code Count.Down",
            'S' => $"{ran}\n-- hm:step two\nDROP TABLE t{number};",
            _ => $"DROP TABLE t{number};\n{ran}\nDELETE FROM loaded WHERE revision = {number};",
        };
    }

    private static string Data(int number)
    {
        var text = new StringBuilder("COPY loaded FROM stdin;\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Append(number).Append('\t').Append(i).Append('\t').Append('x', 100).Append('\n');
        }

        text.Append("\\.\n");
        for (var i = 0; i < Inserts; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"INSERT INTO loaded VALUES ({number}, {Rows + i}, '');\n");
        }

        return text.ToString();
    }

    private static async Task<string> FindWrongAsync(NpgsqlDataSource source, string kinds, int ups, int downs, CancellationToken cancellationToken)
    {
        var isUp = ups > downs;
        var loaded = isUp ? kinds.Count(kind => kind is 'L' or 'N') * (Rows + Inserts) : 0;
        await using var command = source.CreateCommand(
            $"""
            SELECT concat_ws('; ',
                (SELECT string_agg(format('%s of %s ran %s times', d, r, times), ', ') FROM (
                    SELECT r, d, (SELECT count(*) FROM happened WHERE revision = r AND direction = d) AS times
                    FROM generate_series(1, {kinds.Length}) r, unnest(ARRAY['upgrade', 'downgrade']) d) counted
                 WHERE times <> CASE d WHEN 'upgrade' THEN {ups} ELSE {downs} END),
                (SELECT format('%s rows loaded, %s of them once', count(*), count(DISTINCT (revision, n))) FROM loaded
                 HAVING (count(*), count(DISTINCT (revision, n))) <> ({loaded}, {loaded})),
                (SELECT format('%s tables', count(*)) FROM pg_tables
                 WHERE schemaname = 'public' AND tablename ~ '^t[0-9]+$' HAVING count(*) <> {(isUp ? kinds.Length : 0)}),
                (SELECT format('%s applied', count(*)) FROM hotline_migrations HAVING count(*) <> {(isUp ? kinds.Length : 0)}),
                (SELECT format('half done: %s', string_agg(revision, ', ')) FROM hotline_migrations_journal HAVING count(*) > 0))
            """);
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private sealed class Count(string direction) : IDataMigration
    {
        public async Task RunAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken cancellationToken)
        {
            await using var command = new NpgsqlCommand(
                $"INSERT INTO happened SELECT current_setting('counted.revision')::int, '{direction}'", connection, transaction);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
