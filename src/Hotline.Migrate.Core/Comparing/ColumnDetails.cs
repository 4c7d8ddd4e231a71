using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Comparing;

/// <summary>What differs between two states of a column, a line each.</summary>
internal static class ColumnDetails
{
    public static IEnumerable<string> Of(Column expected, Column found) =>
        from line in ((string Name, string Expected, string Found)[])
        [
            ("type", expected.Type, found.Type),
            ("null", Null(expected), Null(found)),
            ("default", expected.Default ?? "none", found.Default ?? "none"),
            ("identity", Identity(expected), Identity(found)),
            ("generated", Generated(expected), Generated(found)),
            ("storage", expected.Storage ?? "default", found.Storage ?? "default"),
            ("compression", expected.Compression ?? "default", found.Compression ?? "default"),
            ("collation", expected.Collation ?? "default", found.Collation ?? "default"),
        ]
        where line.Expected != line.Found
        select $"{line.Name}: expected {line.Expected}, found {line.Found}";

    private static string Null(Column column) => column.Nullable ? "allowed" : "not allowed";

    private static string Generated(Column column) => column.Generated is { } generated
        ? $"({generated.Expression}) {(generated.Virtual ? "virtual" : "stored")}"
        : "no";

    private static string Identity(Column column) => column.Identity is { } identity ? ColumnSql.Identity(identity) : "no";
}
