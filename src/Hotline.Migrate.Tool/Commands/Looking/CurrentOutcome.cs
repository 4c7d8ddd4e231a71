using Hotline.Migrate.Tool.Revisions;

namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>Where a database is.</summary>
/// <param name="Database">The database, without its password.</param>
/// <param name="Revisions">The applied revisions that no other applied one stands on; none at base.</param>
/// <param name="Heads">The heads of the migration files.</param>
/// <param name="PendingCount">How many migrations are not applied.</param>
/// <param name="IsAtHead">Whether everything is applied.</param>
/// <param name="HalfDone">What was interrupted between two commits.</param>
/// <param name="Missing">Applied revisions whose files the folder lacks.</param>
internal sealed record CurrentOutcome(
    string Database, IReadOnlyList<RevisionView> Revisions, IReadOnlyList<string> Heads, int PendingCount, bool IsAtHead,
    IReadOnlyList<HalfDone> HalfDone, IReadOnlyList<string> Missing);
