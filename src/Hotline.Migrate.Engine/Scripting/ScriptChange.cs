using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Scripting;

/// <summary>A migration in a script.</summary>
/// <param name="Migration">The migration.</param>
/// <param name="Upgrades">Whether its upgrade section runs; else its downgrade section.</param>
public sealed record ScriptChange(Migration Migration, bool Upgrades)
{
    /// <summary>What runs.</summary>
    public MigrationSection Section => Upgrades ? Migration.Upgrade : Migration.Downgrade;
}
