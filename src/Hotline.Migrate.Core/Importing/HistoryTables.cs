using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Importing;

/// <summary>Recognises the history tables of other tools, whatever schema they are in and however they were named.</summary>
/// <remarks>Their columns tell them; a name counts only where the columns alone could be anybody's.</remarks>
public static class HistoryTables
{
    private const string RailsTable = "schema_migrations";

    /// <summary>The history tables in a schema, sorted by name.</summary>
    public static IReadOnlyList<HistoryTable> Find(DatabaseSchema schema)
    {
        var bySchema = schema.Tables.ToLookup(t => t.Name.Schema, StringComparer.Ordinal);
        return
        [
            .. from table in schema.Tables
               let tool = ToolOf(table, bySchema[table.Name.Schema])
               where tool is not null
               select new HistoryTable(tool.Value, table, [.. bySchema[table.Name.Schema].Where(t => IsPartOf(tool.Value, t))]),
        ];
    }

    /// <summary>The names of all tables that belong to other tools.</summary>
    public static IReadOnlySet<QualifiedName> Names(DatabaseSchema schema) =>
        Find(schema).SelectMany(h => h.Others.Prepend(h.Table)).Select(t => t.Name).ToHashSet();

    /// <summary>The column of a table whatever its name's case and underscores, or <c>null</c>.</summary>
    public static Column? FindColumn(Table table, string name) => table.Columns.FirstOrDefault(c => Plain(c.Name) == Plain(name));

    private static OtherTool? ToolOf(Table table, IEnumerable<Table> neighbours)
    {
        var columns = table.Columns.Select(c => Plain(c.Name)).ToHashSet(StringComparer.Ordinal);
        return true switch
        {
            _ when columns.SetEquals(["versionnum"]) => OtherTool.Alembic,
            _ when columns.SetEquals(["migrationid", "productversion"]) => OtherTool.EntityFramework,
            _ when columns.IsSupersetOf(["installedrank", "version", "description", "type", "script", "checksum", "success"]) => OtherTool.Flyway,
            _ when columns.IsSupersetOf(["schemaversionsid", "scriptname", "applied"]) => OtherTool.DbUp,
            _ when columns.SetEquals(["id", "type", "version", "description", "name", "checksum", "installedby", "installedon", "success"]) => OtherTool.Evolve,
            _ when columns.SetEquals(["version", "appliedon", "description"]) => OtherTool.FluentMigrator,
            _ when columns.IsSupersetOf(["versionid", "scriptname", "texthash", "onetimescript"]) => OtherTool.Grate,
            _ when columns.SetEquals(["version", "dirty"]) => OtherTool.GolangMigrate,
            _ when columns.IsSupersetOf(["migrationname", "finishedat", "rolledbackat", "appliedstepscount"]) => OtherTool.Prisma,
            _ when columns.SetEquals(["id", "versionid", "isapplied", "tstamp"]) => OtherTool.Goose,
            _ when columns.SetEquals(["version"]) && table.Name.Name == RailsTable => RailsOrDbmate(table, neighbours),
            _ => null,
        };
    }

    // Rails writes its environment beside it; where an old one did not, only dbmate gives the version a length of its own.
    private static OtherTool RailsOrDbmate(Table table, IEnumerable<Table> neighbours) =>
        !neighbours.Any(t => IsPartOf(OtherTool.Rails, t)) && table.Columns[0].Type == "character varying(128)"
            ? OtherTool.Dbmate
            : OtherTool.Rails;

    private static bool IsPartOf(OtherTool tool, Table table)
    {
        var columns = table.Columns.Select(c => Plain(c.Name)).ToHashSet(StringComparer.Ordinal);
        return tool switch
        {
            OtherTool.Rails => table.Name.Name == "ar_internal_metadata" && columns.IsSupersetOf(["key", "value"]),
            OtherTool.Grate => columns.IsSupersetOf(["repositorypath", "version", "entrydate"]) || columns.Contains("erroneouspartofscript"),
            _ => false,
        };
    }

    // EF Core with a naming convention writes migration_id.
    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
