using Npgsql;

namespace Hotline.Migrate.Tool.Tests.Infrastructure;

/// <summary>A folder with migrations, a database, and the tool to run on them.</summary>
internal sealed class Workspace : IAsyncDisposable
{
    private Workspace(TestDirectory directory, TestDatabase? database)
    {
        Directory = directory;
        Database = database!;
        Tool = new ToolRunner(directory.Path);
        if (database is not null)
        {
            Tool.Environment["DATABASE_URL"] = database.Url;
        }
    }

    public TestDirectory Directory { get; }

    public TestDatabase Database { get; }

    public ToolRunner Tool { get; }

    /// <summary>A workspace without a database.</summary>
    public static Workspace Offline() => new(new TestDirectory("tool"), database: null);

    /// <summary>A workspace with an empty database of its own.</summary>
    public static async Task<Workspace> CreateAsync(PostgresServer server)
    {
        var database = await server.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        return new Workspace(new TestDirectory("tool"), database);
    }

    /// <summary>Writes a migration that makes and drops a table.</summary>
    public string Table(string revision, string parents = "", string labels = "") =>
        Migration(revision, $"add {revision}", $"CREATE TABLE {revision} (id int);", $"DROP TABLE {revision};", parents, labels);

    /// <summary>Writes a migration and seals it, so that it is no draft.</summary>
    public string Migration(string revision, string message, string upgrade, string downgrade, string parents = "", string labels = "")
    {
        var text = MigrationText(revision, message, upgrade, downgrade, parents, labels);
        return Directory.Write($"migrations/{revision}.sql", Migrate.Migrations.MigrationFile.Seal(text));
    }

    public static string MigrationText(
        string revision, string message, string upgrade, string downgrade, string parents = "", string labels = "") =>
        $"""
        -- migration: {message}
        -- revision: {revision}
        {(parents.Length > 0 ? $"-- parents: {parents}\n" : "")}{(labels.Length > 0 ? $"-- labels: {labels}\n" : "")}-- created: 2026-11-22T10:15:00Z

        -- hm:upgrade
        {upgrade}

        -- hm:downgrade
        {downgrade}

        """;

    /// <summary>A line of history: each revision on the one before.</summary>
    public void Line(params string[] revisions)
    {
        for (var i = 0; i < revisions.Length; i++)
        {
            Table(revisions[i], i == 0 ? "" : revisions[i - 1]);
        }
    }

    public Task<ToolResult> RunAsync(params string[] arguments) => Tool.RunAsync(arguments);

    /// <summary>The user tables of the database, sorted.</summary>
    public async Task<string> TablesAsync() => await Database.ScalarAsync<string>(
        """
        SELECT coalesce(string_agg(tablename, ' ' ORDER BY tablename), '') FROM pg_tables
        WHERE schemaname = 'public' AND tablename NOT LIKE 'hotline\_%'
        """,
        TestContext.Current.CancellationToken) ?? "";

    /// <summary>What was printed, without what differs from run to run.</summary>
    public string Stable(string text)
    {
        var stable = text.Replace(Directory.Path, "<folder>", StringComparison.Ordinal);
        if (Database is not null)
        {
            var builder = new NpgsqlConnectionStringBuilder(Database.ConnectionString);
            stable = stable
                .Replace(Database.Name, "<database>", StringComparison.Ordinal)
                .Replace($"{builder.Host}:{builder.Port}", "<server>", StringComparison.Ordinal)
                .Replace($" by {builder.Username} in ", " by <user> in ", StringComparison.Ordinal)
                .Replace($"{builder.Username}:***@", "<user>:***@", StringComparison.Ordinal);
        }

        return Volatile.Replace(stable, "<$1>");
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Dispose();
        if (Database is not null)
        {
            await Database.DisposeAsync();
        }
    }

    private static System.Text.RegularExpressions.Regex Volatile { get; } = new(
        """(?:\d+ min )?\d+(?:\.\d+)? (ms|s)\b|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(Z)|(?<=elapsedMs": ?)[\d.]+""",
        System.Text.RegularExpressions.RegexOptions.CultureInvariant);
}
