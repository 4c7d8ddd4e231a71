using System.Text;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Engine.Tests.Running;

public sealed class LongMigrationTests(PostgresServer server)
{
    private const int Rows = 200_000;
    private const int Inserts = 2_000;
    private const long MostHeld = 40 << 20;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Long_file_is_run_without_being_held()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        using var folder = new TestDirectory();
        var file = Write(folder.Path, broken: false);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var set = MigrationSet.Load(folder.Path, CancellationToken);
        var section = set.Migrations[0].Upgrade;

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostHeld);
        Assert.InRange(new FileInfo(file).Length, 50_000_000, long.MaxValue);
        Assert.Equal(Inserts + 1, section.Steps.SelectMany(s => s.Commands).OfType<StreamedCommand>().Sum(c => c.Count));
        Assert.Equal(3, section.Steps[0].Commands.Count);

        var options = new RunnerOptions();
        var runner = new MigrationRunner(database.DataSource, options);
        await runner.RunAsync(history => MigrationPlans.Upgrade(set, history, [], options), CancellationToken);

        Assert.Equal(Rows + (long)Inserts, await database.ScalarAsync<long>("SELECT count(*) FROM long", CancellationToken));
        var row = Assert.Single((await runner.ReadHistoryAsync(CancellationToken)).Applied);
        Assert.Equal("DROP TABLE long;", row.DowngradeText?.Trim());
        Assert.Equal(MigrationHash.Compute(await File.ReadAllTextAsync(file, CancellationToken)), row.Hash);
        Assert.Empty((await runner.RunAsync(history => MigrationPlans.Upgrade(MigrationSet.Load(folder.Path), history, [], options), CancellationToken)).Changes);
    }

    [Fact]
    public async Task Failure_deep_in_a_long_file_names_its_line_and_leaves_nothing()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        using var folder = new TestDirectory();
        Write(folder.Path, broken: true);
        var (set, options) = (MigrationSet.Load(folder.Path, CancellationToken), new RunnerOptions());

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => new MigrationRunner(database.DataSource, options)
            .RunAsync(history => MigrationPlans.Upgrade(set, history, [], options), CancellationToken));

        // Header, an empty line, the section's line, CREATE TABLE, COPY, its data, its end, and the statements before the last one.
        Assert.Equal(7 + Rows + 1 + Inserts, failure.Diagnostics[0].Where?.Line);
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('long')::text", CancellationToken));
    }

    private static string Write(string folder, bool broken)
    {
        var filler = new string('x', 130);
        var path = Path.Combine(folder, "20260101000000_000000000001_long.sql");
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        file.NewLine = "\n";
        file.Write($"-- migration: long\n-- revision: 000000000001\n-- hash: h1:{new string('0', 64)}\n\n-- hm:upgrade\nCREATE TABLE long (id bigint, filler text);\nCOPY long FROM stdin;\n");
        for (var i = 0; i < Rows; i++)
        {
            file.WriteLine(FormattableString.Invariant($"{i}\té;{filler}"));
        }

        file.WriteLine("\\.");
        var longer = new string('y', 12_000);
        for (var i = 1; i <= Inserts; i++)
        {
            file.WriteLine(FormattableString.Invariant($"INSERT INTO {(broken && i == Inserts ? "no_such" : "long")} VALUES ({i}, '{longer};');"));
        }

        file.Write("COMMENT ON TABLE long IS 'done';\n\n-- hm:downgrade\nDROP TABLE long;\n");
        return path;
    }
}
