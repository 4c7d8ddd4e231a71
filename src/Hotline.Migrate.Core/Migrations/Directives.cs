namespace Hotline.Migrate.Migrations;

/// <summary>The names of the <c>-- hm:</c> directives.</summary>
internal static class Directives
{
    public const string Upgrade = "upgrade";
    public const string Downgrade = "downgrade";
    public const string Code = "code";
    public const string NoTransaction = "no-transaction";
    public const string Step = "step";
    public const string Batch = "batch";
    public const string Ignore = "ignore";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Upgrade, Downgrade, Code, NoTransaction, Step, Batch, Ignore];
}
