using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Migrations;

/// <summary>One thing a step runs.</summary>
/// <param name="Where">Its first character in the file.</param>
public abstract record MigrationCommand(SourceLocation Where);
