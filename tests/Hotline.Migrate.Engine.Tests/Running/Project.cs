using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Engine.Tests.Running;

/// <summary>The migrations of a made-up project, each on top of the one before.</summary>
internal sealed class Project
{
    private readonly List<Migration> migrations = [];

    public MigrationSet Set => MigrationSet.Of(migrations);

    public static string Revision(int number) => FormattableString.Invariant($"{number:x12}");

    /// <summary>Adds a sealed migration, numbered from 1.</summary>
    public Project Add(string upgrade, string downgrade = "") => Put(migrations.Count + 1, Text(migrations.Count + 1, upgrade, downgrade, isSealed: true));

    /// <summary>Adds a draft.</summary>
    public Project AddDraft(string upgrade, string downgrade = "") =>
        Put(migrations.Count + 1, Text(migrations.Count + 1, upgrade, downgrade, isSealed: false));

    /// <summary>Adds a migration with everything that stands behind its header.</summary>
    public Project AddWhole(string body)
    {
        var number = migrations.Count + 1;
        var parents = number > 1 ? $"-- parents: {Revision(number - 1)}\n" : "";
        return Put(number, MigrationFile.Seal($"-- migration: number {number}\n-- revision: {Revision(number)}\n{parents}\n{body}"));
    }

    /// <summary>Writes a migration anew.</summary>
    public Project Replace(int number, string upgrade, string downgrade = "", bool isSealed = true) =>
        Put(number, Text(number, upgrade, downgrade, isSealed));

    /// <summary>Takes the newest file away.</summary>
    public Project RemoveLast()
    {
        migrations.RemoveAt(migrations.Count - 1);
        return this;
    }

    public Task<RunResult> UpgradeAsync(TestDatabase database, RunnerOptions? options = null, string to = "head") =>
        UpgradeAsync(database, TestContext.Current.CancellationToken, options, to);

    public async Task<RunResult> UpgradeAsync(
        TestDatabase database, CancellationToken cancellationToken, RunnerOptions? options = null, string to = "head")
    {
        var (set, used) = (Set, options ?? new RunnerOptions());
        return await new MigrationRunner(database.DataSource, used)
            .RunAsync(history => MigrationPlans.Upgrade(set, history, [to], used), cancellationToken);
    }

    public Task<RunResult> DowngradeAsync(TestDatabase database, string to, RunnerOptions? options = null)
    {
        var set = Set;
        return new MigrationRunner(database.DataSource, options ?? new RunnerOptions())
            .RunAsync(history => MigrationPlans.Downgrade(set, history, to), TestContext.Current.CancellationToken);
    }

    public Task<RunResult> StampAsync(TestDatabase database, string to, bool purge = false)
    {
        var (set, options) = (Set, new RunnerOptions());
        return new MigrationRunner(database.DataSource, options)
            .RunAsync(history => MigrationPlans.Stamp(set, history, [to], purge, options), TestContext.Current.CancellationToken);
    }

    public static Task<DatabaseHistory> HistoryAsync(TestDatabase database) =>
        new MigrationRunner(database.DataSource, new RunnerOptions()).ReadHistoryAsync(TestContext.Current.CancellationToken);

    private Project Put(int number, string text)
    {
        var migration = MigrationFile.Parse(FormattableString.Invariant($"migrations/{number}.sql"), text);
        if (number > migrations.Count)
        {
            migrations.Add(migration);
        }
        else
        {
            migrations[number - 1] = migration;
        }

        return this;
    }

    public static string Text(int number, string upgrade, string downgrade = "", bool isSealed = true)
    {
        var text =
            $"""
            -- migration: number {number}
            -- revision: {Revision(number)}
            {(number > 1 ? $"-- parents: {Revision(number - 1)}" : "--")}

            -- hm:upgrade
            {upgrade}

            -- hm:downgrade
            {downgrade}

            """;
        text = text.Replace("\n--\n", "\n", StringComparison.Ordinal);
        return isSealed ? MigrationFile.Seal(text) : text;
    }
}
