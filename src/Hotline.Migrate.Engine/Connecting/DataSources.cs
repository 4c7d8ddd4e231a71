using System.Runtime.CompilerServices;
using Npgsql;

namespace Hotline.Migrate.Connecting;

/// <summary>Makes sources of connections.</summary>
internal static class DataSources
{
    /// <summary>A source for connections as <paramref name="connectionString"/> describes them.</summary>
    /// <remarks>
    /// A native program runs nobody's C# migrations, and the engine itself reads PostgreSQL's own types alone. So it asks no server for
    /// the types of its databases, which takes as long as the rest of connecting, and leaves out the code for all other types.
    /// </remarks>
    public static NpgsqlDataSource Create(string connectionString) => RuntimeFeature.IsDynamicCodeSupported
        ? NpgsqlDataSource.Create(connectionString)
        : new NpgsqlSlimDataSourceBuilder(connectionString)
            .EnableTransportSecurity()
            .EnableIntegratedSecurity()
            .EnableArrays()
            .ConfigureTypeLoading(loading => loading.EnableTypeLoading(false))
            .Build();
}
