namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>What the database lacks.</summary>
/// <param name="Database">The database, without its password.</param>
/// <param name="Migrations">The migrations in the order in which they are applied.</param>
/// <param name="ExitCode">Whether they are findings.</param>
internal sealed record PendingOutcome(string Database, IReadOnlyList<PendingMigration> Migrations, bool ExitCode);
