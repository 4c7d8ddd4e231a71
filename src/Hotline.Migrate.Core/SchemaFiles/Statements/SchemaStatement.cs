using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.SchemaFiles.Statements;

/// <summary>What one statement of a schema file says.</summary>
internal abstract record SchemaStatement
{
    /// <summary>Where it begins.</summary>
    public SourceLocation Where { get; init; } = new("");
}
