using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Scratch;

/// <summary>Says why there is no scratch database.</summary>
internal static class ScratchFailure
{
    /// <summary>The refusal of a server to create one.</summary>
    public static DiagnosticException From(NpgsqlException exception, ConnectionSettings settings)
    {
        var said = settings.Scrubber.Scrub(exception is PostgresException server ? server.MessageText : exception.Message);
        return new DiagnosticException(
            FailureKind.Usage,
            exception.SqlState == PostgresErrorCodes.InsufficientPrivilege ? NotAllowed(settings, said) : NotCreated(settings, said, exception.SqlState),
            exception);
    }

    private static Diagnostic NotAllowed(ConnectionSettings settings, string said) => new()
    {
        Code = DiagnosticCodes.ScratchNotAllowed,
        Summary = $"The role {settings.Username} may not create databases, and the proof needs a scratch database. Nothing was changed.",
        Why = $"{said}\nThe connection is {settings}, from {settings.Origin}.",
        SqlState = PostgresErrorCodes.InsufficientPrivilege,
        NextActions =
        [
            "Name a server where it may: --scratch-url postgresql://...",
            "A server for development: dotnet hotline-migrate dev-db start",
            $"Or let a superuser allow it: ALTER ROLE {SqlIdentifier.Quote(settings.Username)} CREATEDB",
        ],
    };

    private static Diagnostic NotCreated(ConnectionSettings settings, string said, string? sqlState) => new()
    {
        Code = DiagnosticCodes.ScratchNotCreated,
        Summary = $"The scratch database cannot be created: {said}",
        Why = $"The connection is {settings}, from {settings.Origin}.",
        SqlState = sqlState,
        NextActions = ["Name another server: --scratch-url postgresql://..."],
    };
}
