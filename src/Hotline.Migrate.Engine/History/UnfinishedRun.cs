namespace Hotline.Migrate.History;

/// <summary>How far a migration of several commits came: one row of the journal.</summary>
/// <param name="Revision">The revision that is half done.</param>
/// <param name="Direction">Which of its sections.</param>
/// <param name="Finished">How many of the section's commands are done and committed.</param>
/// <param name="PrefixHash">The hash over those commands: a rerun must find the same ones.</param>
/// <param name="Running">The command (from 0) that was begun outside a transaction and not reported done, if any.</param>
/// <param name="Failed">Whether the server reported that <paramref name="Running"/> failed; else its outcome is unknown.</param>
/// <param name="Key">The last key of a batched command that was committed, as text.</param>
/// <param name="UpdatedAt">When the journal was written last (UTC).</param>
public sealed record UnfinishedRun(
    string Revision,
    Direction Direction,
    int Finished,
    string PrefixHash,
    int? Running,
    bool Failed,
    string? Key,
    DateTimeOffset UpdatedAt)
{
    /// <summary>Whether nothing tells yet what became of <see cref="Running"/>.</summary>
    public bool IsOutcomeUnknown => Running is not null && !Failed;

    /// <summary>How many rows a batched command has behind it; <c>null</c> where none was at work.</summary>
    public long? Rows => Key is null ? null : BatchPosition.Parse(Key).Rows;
}
