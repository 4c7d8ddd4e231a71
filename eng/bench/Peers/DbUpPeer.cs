using DbUp;

namespace Hotline.Migrate.Bench.Peers;

internal static class DbUpPeer
{
    public static void Run(string connectionString, string folder)
    {
        var result = DeployChanges.To.PostgresqlDatabase(connectionString)
            .WithScriptsFromFileSystem(folder)
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw result.Error;
        }
    }
}
