using Hotline.Migrate.Comparing;
using Hotline.Migrate.Drift;
using Hotline.Migrate.Engine.Tests.Running;
using Hotline.Migrate.Engine.Tests.Verifying;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Names with every kind of character, for every kind of object, on every way of a migration.</summary>
public sealed class OddNameTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names =>
    [
        "a\"b'c.d\\e\nf\tg \U0001F600;--/*$1:x%@{0}",
        "select",
        "user",
        "integer",
        "1st",
        " ends with space ",
        "$body",
        "\\u0041\\",
        "''\"\"",
        "Größe_ß_ſ",
        new string('x', 63),
        new string('x', 59) + "\U0001F600",
        "-- hm:downgrade",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Schema_of_odd_names_is_made_changed_and_taken_away_again(string name)
    {
        var names = new OddNames(name);
        var made = await RoundTrip.ProveAsync(server, new Change("", names.First), CancellationToken);
        var changed = await RoundTrip.ProveAsync(server, new Change(names.First, names.Second), CancellationToken);
        var project = new Project().AddWhole(Whole(made)).AddWhole(Whole(changed));
        await using var database = await server.CreateDatabaseAsync(CancellationToken);

        await project.UpgradeAsync(database);
        await AssertNoDriftAsync(project, database);
        await project.DowngradeAsync(database, "-1");
        await AssertNoDriftAsync(project, database);
        await project.DowngradeAsync(database, "base");
        Assert.Equal(0L, await database.ScalarAsync<long>(
            "SELECT count(*) FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema')", CancellationToken));
        await project.UpgradeAsync(database);
        await AssertNoDriftAsync(project, database);
    }

    private static string Whole(Hotline.Migrate.Rendering.MigrationBody body) =>
        $"-- hm:upgrade\n{body.Upgrade}\n-- hm:downgrade\n{body.Downgrade}";

    private static async Task AssertNoDriftAsync(Project project, TestDatabase database)
    {
        var report = await DriftDetector.DetectAsync(project.Set, Proof.Settings(database), null, CancellationToken);
        Assert.True(!report.HasDrift, string.Join('\n', DifferenceTree.Lines(report.Differences)));
    }
}
