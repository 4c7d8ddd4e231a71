using System.Globalization;
using System.Security.Cryptography;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Npgsql;

namespace Hotline.Migrate.Scratch;

/// <summary>An empty throw-away database on a real server, with the encoding and the locale of the database that it stands in for.</summary>
/// <remarks>
/// It is dropped with whoever is still connected to it. One that an interrupted process leaves behind is known by its name:
/// <see cref="NamePrefix"/>, the time (UTC) and a random number.
/// </remarks>
public sealed class ScratchDatabase : IAsyncDisposable
{
    /// <summary>What the name of every scratch database begins with.</summary>
    public const string NamePrefix = "hotline_scratch_";

    private const string MaintenanceDatabase = "postgres";

    private const string NoTimeout = "SET statement_timeout = 0";

    private readonly NpgsqlDataSource server;

    private ScratchDatabase(NpgsqlDataSource server, NpgsqlDataSource source, string name)
    {
        this.server = server;
        DataSource = source;
        Name = name;
    }

    /// <summary>The database's name.</summary>
    public string Name { get; }

    /// <summary>Connections to it, from a pool: a proof opens many, one after the other.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>Creates a database on the server of <paramref name="settings"/>, like the one that they name; that one is not changed.</summary>
    /// <exception cref="DiagnosticException">The server cannot be reached, or the role may not create databases (HM0501, HM0502).</exception>
    public static async Task<ScratchDatabase> CreateAsync(ConnectionSettings settings, CancellationToken cancellationToken = default)
    {
        var server = await OpenServerAsync(settings, cancellationToken).ConfigureAwait(false);
        var name = NewName();
        try
        {
            var path = await CreateAsync(server, name, cancellationToken).ConfigureAwait(false);
            return new ScratchDatabase(server, DataSources.Create(Pooled(settings, name, path)), name);
        }
        catch (Exception exception)
        {
            await server.DisposeAsync().ConfigureAwait(false);
            if (exception is NpgsqlException refusal)
            {
                throw ScratchFailure.From(refusal, settings);
            }

            throw;
        }
    }

    /// <summary>A copy of the database that <paramref name="settings"/> name; <c>null</c> and the reason where PostgreSQL does not make one now.</summary>
    internal static async Task<(ScratchDatabase? Clone, string Reason)> CloneAsync(
        ConnectionSettings settings, CopyLimit limit, CancellationToken cancellationToken)
    {
        var name = NewName();
        var (made, reason) = await DatabaseClone.TryCreateAsync(settings, name, cancellationToken, limit).ConfigureAwait(false);
        if (!made)
        {
            return (null, reason);
        }

        var server = await OpenServerAsync(settings, CancellationToken.None).ConfigureAwait(false);
        var connection = await server.OpenConnectionAsync(CancellationToken.None).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await ExecuteAsync(connection, WithoutTimeouts(name), CancellationToken.None).ConfigureAwait(false);
            var path = await PathAsync(connection, CancellationToken.None).ConfigureAwait(false);
            return (new ScratchDatabase(server, DataSources.Create(Pooled(settings, name, path)), name), "");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync().ConfigureAwait(false);
        try
        {
            await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)", CancellationToken.None).ConfigureAwait(false);
        }
        catch (NpgsqlException)
        {
            // What the proof found counts more than a database that its name gives away.
        }
        finally
        {
            await server.DisposeAsync().ConfigureAwait(false);
        }
    }

    // The role's own timeouts are for an application. What is set for role and database together comes before them, and goes with the database.
    private static string WithoutTimeouts(string name) => $"""
        DO $do$
        DECLARE setting text;
        BEGIN
            FOR setting IN
                SELECT s.name FROM pg_catalog.pg_settings s
                WHERE s.name IN ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout') AND s.reset_val <> '0'
            LOOP
                EXECUTE pg_catalog.format('ALTER ROLE CURRENT_USER IN DATABASE {name} SET %I = 0', setting);
            END LOOP;
        END
        $do$
        """;

    private static string NewName() => string.Create(
        CultureInfo.InvariantCulture, $"{NamePrefix}{DateTime.UtcNow:yyyyMMddHHmmss}_{RandomNumberGenerator.GetHexString(8, lowercase: true)}");

    private static async Task<NpgsqlDataSource> OpenServerAsync(ConnectionSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            return await DatabaseConnector.OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        }
        catch (DiagnosticException exception) when (exception.Diagnostics[0].Code == DiagnosticCodes.DatabaseMissing)
        {
            return await DatabaseConnector.OpenAsync(settings.WithDatabase(MaintenanceDatabase), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes the database; gives the search path that sessions in it need.</summary>
    private static async Task<string?> CreateAsync(NpgsqlDataSource server, string name, CancellationToken cancellationToken)
    {
        var connection = await server.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var locale = await DatabaseLocale.ReadAsync(connection, cancellationToken).ConfigureAwait(false);
            foreach (var sql in (string[])[NoTimeout, $"CREATE DATABASE {name} TEMPLATE template0 {locale.Options}", WithoutTimeouts(name)])
            {
                await ExecuteAsync(connection, sql, cancellationToken).ConfigureAwait(false);
            }

            return await PathAsync(connection, cancellationToken).ConfigureAwait(false);
        }
    }

    // What the database sets for its sessions is not copied with it.
    private static async Task<string?> PathAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var state = await SessionState.ReadAsync(connection, cancellationToken).ConfigureAwait(false);
        return state.SearchPath ?? state.DatabasePath;
    }

    private static string Pooled(ConnectionSettings settings, string name, string? searchPath)
    {
        var builder = settings.WithDatabase(name).ToBuilder();
        builder.ApplicationName ??= "hotline-migrate";
        builder.CommandTimeout = 0;
        builder.Pooling = true;
        builder.MinPoolSize = 0;
        builder.Enlist = false;
        builder.SearchPath ??= searchPath;
        return builder.ConnectionString;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await ExecuteAsync(connection, NoTimeout, cancellationToken).ConfigureAwait(false);
            await ExecuteAsync(connection, sql, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
