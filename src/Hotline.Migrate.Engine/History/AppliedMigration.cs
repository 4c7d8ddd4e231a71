using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.History;

/// <summary>A migration that is recorded in the transaction that applies it.</summary>
/// <param name="Migration">The migration.</param>
/// <param name="Event">The event's name in the log.</param>
internal sealed record AppliedMigration(Migration Migration, string Event);
