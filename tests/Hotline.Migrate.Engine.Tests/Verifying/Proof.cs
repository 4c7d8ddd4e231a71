using Hotline.Migrate.Connecting;
using Hotline.Migrate.Engine.Tests.Running;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Running;
using Hotline.Migrate.Schema;
using Hotline.Migrate.Verifying;

namespace Hotline.Migrate.Engine.Tests.Verifying;

/// <summary>Proofs of made-up projects, whose model is told by the SQL that would make it.</summary>
internal static class Proof
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public static ConnectionSettings Settings(TestDatabase database) =>
        ConnectionSettings.Parse(database.Url, new ConnectionOrigin("the test"));

    public static async Task<VerifyResult> OfAsync(PostgresServer server, Project project, string model, VerifyOptions? options = null) =>
        await OfAsync(server, project.Set, await ModelAsync(server, model), options);

    public static async Task<VerifyResult> OfAsync(PostgresServer server, MigrationSet set, DatabaseSchema? model, VerifyOptions? options = null)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        return await MigrationVerifier.VerifyAsync(set, model, Settings(database), options, CancellationToken);
    }

    public static async Task<DatabaseSchema> ModelAsync(PostgresServer server, string sql)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync(sql, CancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);
        return await DatabaseInspector.InspectAsync(connection, CancellationToken);
    }
}
