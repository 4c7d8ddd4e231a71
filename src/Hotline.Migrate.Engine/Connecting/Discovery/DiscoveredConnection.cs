using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Connecting.Discovery;

/// <summary>The connection that was found, if any, and every place that was looked at, in order.</summary>
public sealed record DiscoveredConnection(ConnectionSettings? Settings, IReadOnlyList<ConnectionPlace> Places)
{
    /// <summary>The connection.</summary>
    /// <exception cref="DiagnosticException">There is none; the message lists the places.</exception>
    public ConnectionSettings Require() => Settings ?? throw new DiagnosticException(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = DiagnosticCodes.NoConnection,
            Summary = "No database connection was found.",
            Why = "Looked at:\n" + string.Join('\n', Places.Select(p => p.Detail is null ? $"  {p.Origin}" : $"  {p.Origin}: {p.Detail}")),
            NextActions =
            [
                "Give --url postgresql://user:password@host:5432/database",
                "Or set HOTLINE_MIGRATE_URL, or write DATABASE_URL=... into a file .env",
                "Or start a server for development: dotnet hotline-migrate dev-db start",
            ],
        });
}
