using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Hints as the models give them.</summary>
internal static class Backfill
{
    public static Func<Table, Table> Of(string column, string expression) => table => table with
    {
        Columns = table.Columns.Select(c => c.Name == column ? c with { Backfill = expression } : c).ToEquatableArray(),
    };

    public static Func<Table, Table> Renamed(params (string New, string Old)[] columns) => table => table with
    {
        Columns = table.Columns
            .Select(c => columns.FirstOrDefault(r => r.New == c.Name) is { Old: { } old } ? c with { RenamedFrom = old } : c)
            .ToEquatableArray(),
    };

    public static Func<Table, Table> RenamedTable(string table, string old) => t =>
        t.Name.Name == table ? t with { RenamedFrom = QualifiedName.Of(old) } : t;
}
