using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Migrations;

/// <summary>A data migration written in C#: <c>-- hm:code Namespace.Type</c>.</summary>
public sealed record CodeCommand(string TypeName, SourceLocation Where) : MigrationCommand(Where);
