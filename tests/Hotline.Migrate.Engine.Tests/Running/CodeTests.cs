using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Running;

public sealed class CodeTests(PostgresServer server)
{
    private const string Upgrade =
        """
        CREATE TABLE users (id int, first_name text, last_name text);
        INSERT INTO users VALUES (1, 'Ada', 'Lovelace'), (2, 'Alan', 'Turing');
        ALTER TABLE users ADD COLUMN full_name text;
        -- hm:code Test.FillFullName
        ALTER TABLE users DROP COLUMN first_name, DROP COLUMN last_name;
        """;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Code_runs_between_two_statements_in_the_migrations_transaction()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var options = Options(async (connection, transaction, token) =>
        {
            await using var update = new NpgsqlCommand("UPDATE users SET full_name = first_name || ' ' || last_name", connection, transaction);
            await update.ExecuteNonQueryAsync(token);
        });

        await new Project().Add(Upgrade).UpgradeAsync(database, options);

        Assert.Equal("Ada Lovelace,Alan Turing", await database.ScalarAsync<string>(
            "SELECT string_agg(full_name, ',' ORDER BY id) FROM users", CancellationToken));
    }

    [Fact]
    public async Task Code_that_throws_rolls_everything_back()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => new Project().Add(Upgrade)
            .UpgradeAsync(database, Options((_, _, _) => throw new InvalidDataException("two names are missing"))));

        Assert.Equal(DiagnosticCodes.DataMigrationFailed, failure.Diagnostics[0].Code);
        Assert.Contains("two names are missing", failure.Diagnostics[0].Why, StringComparison.Ordinal);
        Assert.Equal(9, failure.Diagnostics[0].Where!.Line);
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('users')::text", CancellationToken));
    }

    [Fact]
    public async Task Error_of_the_server_within_code_is_told_with_its_state()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => new Project().Add(Upgrade)
            .UpgradeAsync(database, Options(async (connection, transaction, token) =>
            {
                await using var wrong = new NpgsqlCommand("UPDATE nowhere SET x = 1", connection, transaction);
                await wrong.ExecuteNonQueryAsync(token);
            })));

        Assert.Equal("42P01", failure.Diagnostics[0].SqlState);
        Assert.Equal(9, failure.Diagnostics[0].Where!.Line);
    }

    [Fact]
    public async Task Code_that_ends_the_transaction_is_reported()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => new Project().Add(Upgrade)
            .UpgradeAsync(database, Options((_, transaction, token) => transaction!.RollbackAsync(token))));

        Assert.Equal(DiagnosticCodes.DataMigrationFailed, failure.Diagnostics[0].Code);
        Assert.Empty((await Project.HistoryAsync(database)).Applied);
    }

    [Fact]
    public async Task Missing_code_is_refused_before_anything_runs()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(
            () => new Project().Add("CREATE TABLE a (n int);").Add("SELECT 1;\n-- hm:code No.Such.Type").UpgradeAsync(database));

        Assert.Equal(DiagnosticCodes.DataMigrationNotFound, failure.Diagnostics[0].Code);
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('a')::text", CancellationToken));
    }

    private static RunnerOptions Options(Func<NpgsqlConnection, NpgsqlTransaction?, CancellationToken, Task> work) =>
        new() { DataMigrations = new DataMigrations().Add("Test.FillFullName", () => new Work(work)) };

    private sealed class Work(Func<NpgsqlConnection, NpgsqlTransaction?, CancellationToken, Task> work) : IDataMigration
    {
        public Task RunAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken cancellationToken) =>
            work(connection, transaction, cancellationToken);
    }
}
