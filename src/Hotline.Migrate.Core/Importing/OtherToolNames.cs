namespace Hotline.Migrate.Importing;

/// <summary>What the other tools are called, and how they mend their own histories.</summary>
public static class OtherToolNames
{
    private static readonly (OtherTool Tool, string Key, string Name, string Repair)[] All =
    [
        (OtherTool.Alembic, "alembic", "Alembic", "alembic upgrade head"),
        (OtherTool.EntityFramework, "ef", "EF Core", "dotnet ef database update"),
        (OtherTool.Flyway, "flyway", "Flyway", "Undo by hand what the failed migration left, then: flyway repair"),
        (OtherTool.DbUp, "dbup", "DbUp", "Run the DbUp upgrader once more."),
        (OtherTool.Evolve, "evolve", "Evolve", "Undo by hand what the failed migration left, then: evolve repair"),
        (OtherTool.FluentMigrator, "fluentmigrator", "FluentMigrator", "dotnet fm migrate"),
        (OtherTool.Grate, "grate", "grate", "Run grate once more, until it finishes."),
        (OtherTool.GolangMigrate, "golang-migrate", "golang-migrate", "Finish or undo by hand what the dirty migration left, then: migrate force VERSION"),
        (OtherTool.Prisma, "prisma", "Prisma", "Finish or undo by hand what it left, then: prisma migrate resolve --applied NAME (or --rolled-back NAME)"),
        (OtherTool.Rails, "rails", "Rails", "bin/rails db:migrate"),
        (OtherTool.Dbmate, "dbmate", "dbmate", "dbmate up"),
        (OtherTool.Goose, "goose", "goose", "goose up"),
    ];

    /// <summary>The words that <c>--from</c> takes, in the order to show them.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. All.Select(t => t.Key)];

    /// <summary>The tool that a word means, or <c>null</c>.</summary>
    public static OtherTool? Find(string key)
    {
        var at = Array.FindIndex(All, t => t.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : All[at].Tool;
    }

    /// <summary>The word that <c>--from</c> takes.</summary>
    public static string KeyOf(OtherTool tool) => All.First(t => t.Tool == tool).Key;

    /// <summary>The name for messages.</summary>
    public static string NameOf(OtherTool tool) => All.First(t => t.Tool == tool).Name;

    /// <summary>What to do where the tool stopped half-way.</summary>
    public static string RepairOf(OtherTool tool) => All.First(t => t.Tool == tool).Repair;
}
