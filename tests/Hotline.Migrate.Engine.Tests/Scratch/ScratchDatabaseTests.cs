using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Scratch;

namespace Hotline.Migrate.Engine.Tests.Scratch;

public sealed class ScratchDatabaseTests(PostgresServer server)
{
    private const string Locale = "SELECT pg_encoding_to_char(encoding) || ' ' || datcollate || ' ' || datctype FROM pg_database WHERE datname = current_database()";

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scratch_database_is_empty_and_like_the_one_it_stands_in_for()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a (n int)", CancellationToken);

        await using var scratch = await ScratchDatabase.CreateAsync(Settings(database.Url), CancellationToken);

        Assert.StartsWith(ScratchDatabase.NamePrefix, scratch.Name, StringComparison.Ordinal);
        Assert.Equal(await database.ScalarAsync<string>(Locale, CancellationToken), await ScalarAsync(scratch, Locale));
        Assert.IsType<DBNull>(await ScalarAsync(scratch, "SELECT to_regclass('a')::text"));
    }

    [Fact]
    public async Task Scratch_database_goes_even_while_somebody_is_connected()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var scratch = await ScratchDatabase.CreateAsync(Settings(database.Url), CancellationToken);
        await using var connection = await scratch.DataSource.OpenConnectionAsync(CancellationToken);

        await scratch.DisposeAsync();

        Assert.Equal(0L, await database.ScalarAsync<long>($"SELECT count(*) FROM pg_database WHERE datname = '{scratch.Name}'", CancellationToken));
    }

    [Fact]
    public async Task Scratch_database_does_not_need_the_named_one()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var missing = Settings(database.Url).WithDatabase("no such one");

        await using var scratch = await ScratchDatabase.CreateAsync(missing, CancellationToken);

        Assert.Equal(scratch.Name, await ScalarAsync(scratch, "SELECT current_database()::text"));
    }

    [Fact]
    public async Task Role_without_createdb_is_told_what_to_do()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var role = "role_" + Guid.NewGuid().ToString("N");
        await database.ExecuteAsync($"CREATE ROLE {role} LOGIN PASSWORD 'p' NOCREATEDB", CancellationToken);
        try
        {
            var builder = database.Builder;
            var url = FormattableString.Invariant($"postgresql://{role}:p@{builder.Host}:{builder.Port}/{database.Name}");

            var failure = await Assert.ThrowsAsync<DiagnosticException>(() => ScratchDatabase.CreateAsync(Settings(url), CancellationToken));

            Assert.Equal(FailureKind.Usage, failure.Kind);
            Assert.Equal(DiagnosticCodes.ScratchNotAllowed, failure.Diagnostics[0].Code);
            Assert.Contains($"ALTER ROLE {role} CREATEDB", failure.Diagnostics[0].NextActions[2], StringComparison.Ordinal);
        }
        finally
        {
            await database.ExecuteAsync($"DROP ROLE {role}", CancellationToken.None);
        }
    }

    private static ConnectionSettings Settings(string url) => ConnectionSettings.Parse(url, new ConnectionOrigin("the test"));

    private static async Task<object?> ScalarAsync(ScratchDatabase scratch, string sql)
    {
        await using var command = scratch.DataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync(CancellationToken);
    }
}
