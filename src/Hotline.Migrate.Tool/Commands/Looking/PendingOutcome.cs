using Hotline.Migrate.Tool.Revisions;

namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>What the database lacks.</summary>
/// <param name="Database">The database, without its password.</param>
/// <param name="Migrations">The migrations in the order in which they are applied.</param>
/// <param name="HalfDone">What was interrupted between two commits.</param>
/// <param name="Missing">Applied revisions whose files the folder lacks.</param>
/// <param name="ExitCode">Whether they are findings.</param>
internal sealed record PendingOutcome(
    string Database, IReadOnlyList<PendingMigration> Migrations, IReadOnlyList<HalfDone> HalfDone, IReadOnlyList<string> Missing, bool ExitCode);
