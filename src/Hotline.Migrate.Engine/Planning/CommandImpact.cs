using Hotline.Migrate.Impact;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Planning;

/// <summary>What one command of a plan does to tables.</summary>
/// <param name="Command">The command.</param>
/// <param name="Text">Its statement in one line.</param>
/// <param name="Impact">What it locks, scans and rewrites.</param>
public sealed record CommandImpact(MigrationCommand Command, string Text, StatementImpact Impact);
