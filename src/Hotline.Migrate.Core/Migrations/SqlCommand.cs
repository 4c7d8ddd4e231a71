using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Migrations;

/// <summary>One SQL statement, without its semicolon. Comments inside it are kept.</summary>
public sealed record SqlCommand(string Sql, SourceLocation Where) : MigrationCommand(Where);
