using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Connecting;

/// <summary>Says why a connection could not be opened, or was lost, in the words of who must mend it.</summary>
public static class ConnectionFailure
{
    /// <summary>The diagnostic of an exception that Npgsql, the network or the encryption threw.</summary>
    public static DiagnosticException From(Exception exception, ConnectionSettings settings)
    {
        // Several hosts: one failure each; the first is the one to mend first.
        var cause = exception.InnerException is AggregateException { InnerExceptions: [var first, ..] } ? first : exception;
        var diagnostic = Find<PostgresException>(cause) is { } server ? Refused(server, settings)
            : Find<SocketException>(cause) is { } socket ? Unreachable(socket, settings)
            : Find<TimeoutException>(cause) is not null ? NoAnswer(settings)
            : IsEncryption(cause) ? NotEncrypted(cause, settings)
            : IsPasswordMissing(cause) ? PasswordMissing(settings)
            : Other(cause, settings);
        return new DiagnosticException(FailureKind.Usage, diagnostic, exception);
    }

    private static Diagnostic Refused(PostgresException exception, ConnectionSettings settings)
    {
        var said = settings.Scrubber.Scrub(exception.MessageText);
        return exception.SqlState switch
        {
            PostgresErrorCodes.InvalidCatalogName => new Diagnostic
            {
                Code = DiagnosticCodes.DatabaseMissing,
                Summary = $"The database {settings.Database} does not exist.",
                Why = About(settings, said),
                SqlState = exception.SqlState,
                NextActions = ["Create it: dotnet hotline-migrate init", "Or look at the database's name in the connection."],
            },
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new Diagnostic
            {
                Code = DiagnosticCodes.AuthenticationFailed,
                Summary = $"The server refused the user {settings.Username}.",
                Why = About(settings, said),
                SqlState = exception.SqlState,
                NextActions = [$"Look at the user and the password of {settings.Origin}.", "Or at the server's pg_hba.conf."],
            },
            PostgresErrorCodes.InsufficientPrivilege => new Diagnostic
            {
                Code = DiagnosticCodes.AuthenticationFailed,
                Summary = $"The user {settings.Username} may not connect to the database {settings.Database}.",
                Why = About(settings, said),
                SqlState = exception.SqlState,
                NextActions =
                [
                    $"Let its owner allow it: GRANT CONNECT ON DATABASE {SqlIdentifier.Quote(settings.Database)} TO {SqlIdentifier.Quote(settings.Username)}",
                    "Or connect as another user.",
                ],
            },
            _ => new Diagnostic
            {
                Code = DiagnosticCodes.ConnectionFailed,
                Summary = $"The server refused the connection: {said}",
                Why = About(settings, null),
                SqlState = exception.SqlState,
                NextActions = exception.IsTransient ? ["Run the command again in a moment."] : ["Look at what the server says."],
            },
        };
    }

    private static Diagnostic Unreachable(SocketException exception, ConnectionSettings settings) => exception.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery => new Diagnostic
        {
            Code = DiagnosticCodes.HostUnknown,
            Summary = $"The server's name {settings.Host} is not known.",
            Why = About(settings, exception.Message),
            NextActions = ["Look at the host in the connection, and at the network's name service."],
        },
        SocketError.TimedOut => NoAnswer(settings),
        _ => new Diagnostic
        {
            Code = DiagnosticCodes.ServerUnreachable,
            Summary = $"Nothing answers at {Address(settings)}.",
            Why = About(settings, exception.Message),
            NextActions = ["Start the server, or look at the host and the port in the connection.", "A server for development: dotnet hotline-migrate dev-db start"],
        },
    };

    private static Diagnostic NoAnswer(ConnectionSettings settings) => new()
    {
        Code = DiagnosticCodes.ServerUnreachable,
        Summary = $"{Address(settings)} did not answer in time.",
        Why = About(settings, null),
        NextActions = ["Look at the host, the port and the firewall.", "Or wait longer: connect_timeout=60"],
    };

    private static Diagnostic NotEncrypted(Exception exception, ConnectionSettings settings) => new()
    {
        Code = DiagnosticCodes.EncryptionFailed,
        Summary = "The encrypted connection could not be made.",
        Why = About(settings, settings.Scrubber.Scrub((exception.InnerException ?? exception).Message)),
        NextActions = ["Look at sslmode and sslrootcert in the connection, and at the server's certificate."],
    };

    private static Diagnostic PasswordMissing(ConnectionSettings settings) => new()
    {
        Code = DiagnosticCodes.AuthenticationFailed,
        Summary = $"The server asks for a password of {settings.Username}, and there is none.",
        Why = About(settings, null),
        NextActions = ["Put it into the connection, PGPASSWORD or ~/.pgpass."],
    };

    private static Diagnostic Other(Exception exception, ConnectionSettings settings) => new()
    {
        Code = DiagnosticCodes.ConnectionFailed,
        Summary = "The connection failed.",
        Why = About(settings, settings.Scrubber.Scrub(exception.InnerException is { } inner ? $"{exception.Message} {inner.Message}" : exception.Message)),
        NextActions = ["Look at whether a PostgreSQL server is at that address."],
    };

    private static bool IsEncryption(Exception exception) =>
        Find<AuthenticationException>(exception) is not null
        || Find<CryptographicException>(exception) is not null
        || exception.Message.Contains("SSL", StringComparison.Ordinal)
        || (Find<FileNotFoundException>(exception) ?? (IOException?)Find<DirectoryNotFoundException>(exception)) is not null;

    // Npgsql has no type of its own for it.
    private static bool IsPasswordMissing(Exception exception) =>
        exception is NpgsqlException && exception.Message.StartsWith("No password has been provided", StringComparison.Ordinal);

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
            {
                return found;
            }
        }

        return null;
    }

    private static string Address(ConnectionSettings settings) =>
        settings.Host.StartsWith('/') ? settings.Host : Forms.HostList.Display(settings.Host, settings.Port);

    private static string About(ConnectionSettings settings, string? said) =>
        (said is null ? "" : said + "\n") + $"The connection is {settings}, from {settings.Origin}.";
}
