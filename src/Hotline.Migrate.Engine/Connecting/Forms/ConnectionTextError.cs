using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Connecting.Forms;

/// <summary>What can be wrong with a connection text. No message holds a value of it: any of them may be a password.</summary>
internal static class ConnectionTextError
{
    private static readonly string[] forms =
    [
        "Write postgresql://user:password@host:5432/database",
        "or host=... port=... dbname=... user=... password=...",
        "or Host=...;Port=...;Database=...;Username=...;Password=...",
    ];

    public static DiagnosticException Unreadable(ConnectionOrigin origin, string why, params IReadOnlyList<string> nextActions) => new(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = DiagnosticCodes.ConnectionTextUnreadable,
            Summary = $"The connection of {origin} cannot be read.",
            Why = why,
            Where = Where(origin),
            NextActions = nextActions.Count > 0 ? nextActions : forms,
        });

    public static DiagnosticException UnknownKey(ConnectionOrigin origin, string key, string? nearest) => new(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = DiagnosticCodes.UnknownConnectionParameter,
            Summary = $"The connection of {origin} has an unknown parameter: {key}",
            Where = Where(origin),
            NextActions = nearest is null ? ["Remove it."] : [$"Did you mean {nearest}?"],
        });

    public static DiagnosticException InvalidValue(ConnectionOrigin origin, string key, string expected) => new(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = DiagnosticCodes.InvalidConnectionParameter,
            Summary = $"The connection of {origin} has a value for {key} that it cannot have.",
            Where = Where(origin),
            NextActions = [$"Give {key} {expected}."],
        });

    public static Diagnostic Ignored(ConnectionOrigin origin, string key, string why) => new()
    {
        Code = DiagnosticCodes.IgnoredConnectionParameter,
        Severity = DiagnosticSeverity.Warning,
        Summary = $"The connection of {origin} has {key}, which is passed over.",
        Why = why,
        Where = Where(origin),
    };

    private static SourceLocation? Where(ConnectionOrigin origin) => origin.File is null ? null : new SourceLocation(origin.File);
}
