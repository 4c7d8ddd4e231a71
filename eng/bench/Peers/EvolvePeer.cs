using EvolveDb;
using Npgsql;

namespace Hotline.Migrate.Bench.Peers;

internal static class EvolvePeer
{
    public static void Run(string connectionString, string folder)
    {
        using var connection = new NpgsqlConnection(connectionString);
        new Evolve(connection) { Locations = [folder], IsEraseDisabled = true }.Migrate();
    }
}
