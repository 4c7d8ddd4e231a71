using System.Globalization;
using Npgsql;

namespace Hotline.Migrate.LocalServers;

/// <summary>A local server that answers.</summary>
public sealed record RunningServer
{
    /// <summary>The only address that the server listens on.</summary>
    public const string Host = "127.0.0.1";

    /// <summary>The superuser.</summary>
    public const string User = "postgres";

    /// <summary>The port.</summary>
    public required int Port { get; init; }

    /// <summary>The random password of <see cref="User"/>.</summary>
    public required string Password { get; init; }

    /// <summary>The server's version.</summary>
    public required Version Version { get; init; }

    /// <summary>The folder that holds the cluster's files.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The URL of the database <c>postgres</c>, with the password.</summary>
    public string Url => UrlOf("postgres");

    /// <summary>The Npgsql connection string of the database <c>postgres</c>, with the password.</summary>
    public string ConnectionString => ConnectionStringOf("postgres");

    /// <summary>The URL of a database, with the password.</summary>
    public string UrlOf(string database) => string.Create(
        CultureInfo.InvariantCulture,
        $"postgresql://{User}:{Password}@{Host}:{Port}/{Uri.EscapeDataString(database)}");

    /// <summary>The Npgsql connection string of a database, with the password.</summary>
    public string ConnectionStringOf(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = Host,
        Port = Port,
        Username = User,
        Password = Password,
        Database = database,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>The server without its password.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"PostgreSQL {Version} at {Host}:{Port}");
}
