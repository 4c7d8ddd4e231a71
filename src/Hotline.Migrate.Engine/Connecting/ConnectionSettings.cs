using System.Globalization;
using Hotline.Migrate.Connecting.Forms;
using Hotline.Migrate.Diagnostics;
using Npgsql;

namespace Hotline.Migrate.Connecting;

/// <summary>A database connection that has been read and understood, whatever form it was written in.</summary>
/// <remarks>Its text form never holds the password.</remarks>
public sealed class ConnectionSettings
{
    private readonly string connectionString;

    internal ConnectionSettings(NpgsqlConnectionStringBuilder builder, ConnectionOrigin origin, IReadOnlyList<Diagnostic> warnings)
    {
        connectionString = builder.ConnectionString;
        Origin = origin;
        Warnings = warnings;
        Host = builder.Host!;
        Port = builder.Port;
        Username = builder.Username!;
        Database = builder.Database!;
        HasPassword = !string.IsNullOrEmpty(builder.Password);
        Redacted = Display(builder);
        Scrubber = new SecretScrubber(
            new[] { builder.Password, builder.SslPassword }.OfType<string>(),
            [Username, Database, Host]);
    }

    /// <summary>Where it came from.</summary>
    public ConnectionOrigin Origin { get; }

    /// <summary>What was passed over while reading it.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; }

    /// <summary>The host, several hosts with commas, or the folder of a Unix socket.</summary>
    public string Host { get; }

    /// <summary>The port of every host that names none of its own.</summary>
    public int Port { get; }

    /// <summary>The user.</summary>
    public string Username { get; }

    /// <summary>The database.</summary>
    public string Database { get; }

    /// <summary>Whether there is a password in it.</summary>
    public bool HasPassword { get; }

    /// <summary>The form to show: <c>postgresql://user:***@host:port/database</c>.</summary>
    public string Redacted { get; }

    /// <summary>Removes this connection's secrets, and everything that looks like one, from a text.</summary>
    public SecretScrubber Scrubber { get; }

    /// <summary>
    /// Reads a connection: a <c>postgresql://</c>, <c>postgres://</c>, <c>postgresql+driver://</c> or <c>jdbc:postgresql://</c> URL, a
    /// libpq keyword string or an Npgsql connection string. What it leaves out comes from the service that it names and the PG*
    /// variables, as for psql.
    /// </summary>
    /// <exception cref="DiagnosticException">The text cannot be understood; the message never holds it.</exception>
    public static ConnectionSettings Parse(string text, ConnectionOrigin origin, ConnectionSurroundings? surroundings = null) =>
        ConnectionReader.Read(text, origin, surroundings ?? ConnectionSurroundings.OfThisProcess());

    /// <summary>The parts for Npgsql, with the password; a new copy for each caller.</summary>
    public NpgsqlConnectionStringBuilder ToBuilder() => new(connectionString);

    /// <summary>The same server and user with another database.</summary>
    public ConnectionSettings WithDatabase(string database)
    {
        var builder = ToBuilder();
        builder.Database = database;
        return new ConnectionSettings(builder, Origin, Warnings);
    }

    /// <summary>The form without the password.</summary>
    public override string ToString() => Redacted;

    private static string Display(NpgsqlConnectionStringBuilder builder)
    {
        var user = Uri.EscapeDataString(builder.Username!) + (string.IsNullOrEmpty(builder.Password) ? "" : ":***");
        var database = Uri.EscapeDataString(builder.Database!);
        return builder.Host!.StartsWith('/')
            ? string.Create(CultureInfo.InvariantCulture, $"postgresql://{user}@:{builder.Port}/{database}?host={builder.Host}")
            : $"postgresql://{user}@{HostList.Display(builder.Host, builder.Port)}/{database}";
    }
}
