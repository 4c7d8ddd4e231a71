using Hotline.Migrate.Diagnostics;
using Npgsql;

namespace Hotline.Migrate.Connecting;

/// <summary>Opens databases, and turns what can go wrong into diagnostics that never hold a password.</summary>
public static class DatabaseConnector
{
    /// <summary>The oldest major version that is supported.</summary>
    public const int OldestMajor = 14;

    /// <summary>The newest major version whose catalogs are known. Migrations are run on newer ones, too.</summary>
    public const int NewestMajor = 18;

    /// <summary>The database from which another one is created.</summary>
    private const string MaintenanceDatabase = "postgres";

    /// <summary>Connects, and checks that the server is new enough.</summary>
    /// <returns>
    /// A source of connections without a pool (each is a session of its own, with nothing left over from another) and without
    /// a time limit for commands: a migration takes as long as it takes.
    /// </returns>
    /// <exception cref="DiagnosticException">The connection failed; the code tells how.</exception>
    public static async Task<NpgsqlDataSource> OpenAsync(ConnectionSettings settings, CancellationToken cancellationToken)
    {
        var (source, connection) = await ConnectAsync(settings, cancellationToken).ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
        return source;
    }

    /// <summary>Connects, checks that the server is new enough, and keeps the connection open for the first who needs one.</summary>
    /// <exception cref="DiagnosticException">The connection failed; the code tells how.</exception>
    public static async Task<(NpgsqlDataSource Source, NpgsqlConnection Connection)> ConnectAsync(
        ConnectionSettings settings, CancellationToken cancellationToken)
    {
        NpgsqlDataSource? source = null;
        NpgsqlConnection? connection = null;
        try
        {
            source = CreateSource(settings);
            connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            return connection.PostgreSqlVersion.Major >= OldestMajor
                ? (source, connection)
                : throw TooOld(settings, connection.PostgreSqlVersion);
        }
        catch (Exception exception)
        {
            if (connection is not null)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
            }

            if (source is not null)
            {
                await source.DisposeAsync().ConfigureAwait(false);
            }

            if (exception is DiagnosticException || exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            throw ConnectionFailure.From(exception, settings);
        }
    }

    /// <summary>Creates the database if the server does not have it.</summary>
    /// <returns>Whether it was created.</returns>
    /// <exception cref="DiagnosticException">The connection failed for another reason, or the database cannot be created.</exception>
    public static async Task<bool> CreateDatabaseIfMissingAsync(ConnectionSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            var existing = await OpenAsync(settings, cancellationToken).ConfigureAwait(false);
            await existing.DisposeAsync().ConfigureAwait(false);
            return false;
        }
        catch (DiagnosticException exception) when (exception.Diagnostics[0].Code == DiagnosticCodes.DatabaseMissing)
        {
        }

        var source = await OpenAsync(settings.WithDatabase(MaintenanceDatabase), cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            try
            {
                var command = source.CreateCommand($"CREATE DATABASE {Quote(settings.Database)}");
                await using (command.ConfigureAwait(false))
                {
                    await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                }

                return true;
            }
            catch (PostgresException exception) when (IsThereByNow(exception))
            {
                return false;
            }
            catch (NpgsqlException exception)
            {
                throw NotCreated(settings, exception);
            }
        }
    }

    private static NpgsqlDataSource CreateSource(ConnectionSettings settings)
    {
        var builder = settings.ToBuilder();
        builder.ApplicationName ??= "hotline-migrate";
        builder.CommandTimeout = 0;
        builder.Pooling = false;
        builder.Enlist = false;
        return DataSources.Create(builder.ConnectionString);
    }

    // Two processes that create it at once: the later one meets the name, or the catalog's unique index.
    private static bool IsThereByNow(PostgresException exception) =>
        exception.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation;

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static DiagnosticException TooOld(ConnectionSettings settings, Version version) => new(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = DiagnosticCodes.ServerTooOld,
            Summary = FormattableString.Invariant($"The server is PostgreSQL {version}; the oldest supported version is {OldestMajor}."),
            Why = $"Connected to {settings}.",
            NextActions = ["Upgrade the server."],
        });

    private static DiagnosticException NotCreated(ConnectionSettings settings, NpgsqlException exception) => new(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = DiagnosticCodes.DatabaseNotCreated,
            Summary = $"The database {settings.Database} is missing and cannot be created.",
            Why = settings.Scrubber.Scrub(exception is PostgresException server ? server.MessageText : exception.Message),
            SqlState = exception.SqlState,
            NextActions =
            [
                $"Let a user that may create databases run: CREATE DATABASE {Quote(settings.Database)}",
                $"Or allow it to this one: ALTER ROLE {Quote(settings.Username)} CREATEDB",
            ],
        },
        exception);
}
