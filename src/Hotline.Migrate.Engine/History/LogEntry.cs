namespace Hotline.Migrate.History;

/// <summary>Something that happened to a database: one row of the append-only log.</summary>
/// <param name="At">When (UTC, the server's clock).</param>
/// <param name="Event"><c>upgrade</c>, <c>downgrade</c>, <c>stamp</c>, <c>unstamp</c>, <c>seal</c>, <c>repair</c>, <c>upgrade failed</c>, ...</param>
/// <param name="Revision">The revision it is about.</param>
/// <param name="Message">What that revision is for.</param>
/// <param name="Role">The database role.</param>
/// <param name="Client">The machine it was started on.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="ToolVersion">The version that did it.</param>
/// <param name="Detail">What the server said, for a failure.</param>
public sealed record LogEntry(
    DateTimeOffset At,
    string Event,
    string Revision,
    string Message,
    string Role,
    string Client,
    TimeSpan Duration,
    string ToolVersion,
    string? Detail);
