using Hotline.Migrate.Importing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Adopting;

/// <summary>The SQL that reads the history of each tool as rows of one form: state, version, name, description, time.</summary>
internal static class OtherHistoryQueries
{
    public static string Of(HistoryTable history)
    {
        var table = history.Table;
        string Column(string name) => SqlIdentifier.Quote(HistoryTables.FindColumn(table, name)!.Name);
        var from = $"FROM {SqlIdentifier.Quote(table.Name.Schema)}.{SqlIdentifier.Quote(table.Name.Name)}";
        return history.Tool switch
        {
            OtherTool.Alembic => $"SELECT 'Applied', {Column("version_num")}::text, NULL, NULL, NULL::timestamptz {from} ORDER BY 2",
            OtherTool.EntityFramework => $"SELECT 'Applied', {Column("MigrationId")}::text, NULL, NULL, NULL::timestamptz {from} ORDER BY 2",
            OtherTool.Flyway => $"""
                SELECT CASE WHEN NOT success THEN 'Failed' WHEN type LIKE '%BASELINE%' THEN 'AppliedUpTo'
                    WHEN type LIKE 'UNDO%' OR type = 'DELETE' THEN 'Undone' ELSE 'Applied' END,
                    version::text, script::text, description::text, installed_on::timestamptz
                {from} WHERE type <> 'SCHEMA' ORDER BY installed_rank
                """,
            OtherTool.DbUp => $"SELECT 'Applied', NULL, {Column("scriptname")}::text, NULL, {Column("applied")}::timestamptz {from} ORDER BY {Column("schemaversionsid")}",
            OtherTool.Evolve => $"""
                SELECT CASE WHEN NOT success THEN 'Failed' WHEN type = 3 THEN 'AppliedUpTo' ELSE 'Applied' END,
                    version::text, name::text, description::text, installed_on::timestamptz
                {from} WHERE type NOT IN (1, 2) ORDER BY id
                """,
            OtherTool.FluentMigrator => $"""
                SELECT 'Applied', {Column("Version")}::text, NULL, {Column("Description")}::text, {Column("AppliedOn")}::timestamptz {from}
                ORDER BY {Column("Version")}
                """,
            OtherTool.Grate => Grate(history, from),
            OtherTool.GolangMigrate => $"SELECT CASE WHEN dirty THEN 'Failed' ELSE 'AppliedUpTo' END, version::text, NULL, NULL, NULL::timestamptz {from}",
            OtherTool.Prisma => $"""
                SELECT CASE WHEN finished_at IS NULL THEN 'Failed' ELSE 'Applied' END, NULL, migration_name::text, NULL, finished_at::timestamptz
                {from} WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name
                """,
            OtherTool.Rails or OtherTool.Dbmate => $"SELECT 'Applied', version::text, NULL, NULL, NULL::timestamptz {from} ORDER BY 2",
            _ => $"""
                SELECT CASE WHEN is_applied THEN 'Applied' ELSE 'Undone' END, version_id::text, NULL, NULL, tstamp::timestamptz
                {from} WHERE version_id <> 0 ORDER BY id
                """,
        };
    }

    // The state of a run stands in the table of versions; scripts that run every time are not what a version consists of.
    private static string Grate(HistoryTable history, string from)
    {
        var scripts = $"""
            SELECT 'Applied', NULL, script_name::text, NULL, entry_date::timestamptz, id {from} WHERE one_time_script
            """;
        var versions = history.Others.FirstOrDefault(t => t.FindColumn("repository_path") is not null && t.FindColumn("status") is not null);
        return versions is null
            ? scripts + " ORDER BY id"
            : $"""
                {scripts} UNION ALL
                SELECT 'Failed', version::text, NULL, status::text, entry_date::timestamptz, id
                FROM {SqlIdentifier.Quote(versions.Name.Schema)}.{SqlIdentifier.Quote(versions.Name.Name)} AS v
                WHERE status IN ('InProgress', 'Error')
                    AND id = (SELECT max(id) FROM {SqlIdentifier.Quote(versions.Name.Schema)}.{SqlIdentifier.Quote(versions.Name.Name)})
                ORDER BY 6
                """;
    }
}
