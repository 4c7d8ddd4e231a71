namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>The migrations that were asked for.</summary>
internal sealed record ShowOutcome(IReadOnlyList<ShownMigration> Migrations);
