using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Migrations;

/// <summary>One thing a step runs.</summary>
/// <param name="Where">Its first character in the file.</param>
public abstract record MigrationCommand(SourceLocation Where)
{
    /// <summary>The safety rules that <c>-- hm:ignore</c> lines before it switch off.</summary>
    public EquatableArray<IgnoredRule> Ignored { get; init; }
}
