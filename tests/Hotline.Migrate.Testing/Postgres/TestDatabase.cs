using Npgsql;

namespace Hotline.Migrate.Testing;

/// <summary>An empty database of a test's own; dropped with whoever is still connected to it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource admin;

    internal TestDatabase(NpgsqlDataSource admin, string serverConnectionString, string name)
    {
        this.admin = admin;
        Name = name;
        Builder = new NpgsqlConnectionStringBuilder(serverConnectionString) { Database = name, CommandTimeout = 0 };
        DataSource = NpgsqlDataSource.Create(Builder.ConnectionString);
    }

    /// <summary>The database's name.</summary>
    public string Name { get; }

    /// <summary>The Npgsql connection string, with the password.</summary>
    public string ConnectionString => Builder.ConnectionString;

    /// <summary>The connection string in parts; a copy may be changed.</summary>
    public NpgsqlConnectionStringBuilder Builder { get; }

    /// <summary>The URL, with the password.</summary>
    public string Url => FormattableString.Invariant(
        $"postgresql://{Uri.EscapeDataString(Builder.Username!)}:{Uri.EscapeDataString(Builder.Password!)}@{Builder.Host}:{Builder.Port}/{Name}");

    /// <summary>Connections to it.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>Runs SQL, as many statements as there are.</summary>
    public Task ExecuteAsync(string sql, CancellationToken cancellationToken) =>
        PostgresServer.ExecuteAsync(DataSource, sql, cancellationToken);

    /// <summary>The first column of the first row; null for SQL's NULL and for no row.</summary>
    public async Task<T?> ScalarAsync<T>(string sql, CancellationToken cancellationToken)
    {
        await using var command = DataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync(cancellationToken) is T value ? value : default;
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await PostgresServer.ExecuteAsync(admin, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)", CancellationToken.None);
    }
}
