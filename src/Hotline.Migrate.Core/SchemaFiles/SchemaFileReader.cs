using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;
using Hotline.Migrate.SchemaFiles.Reading;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles;

/// <summary>Reads the statements of a schema file.</summary>
internal static class SchemaFileReader
{
    /// <summary>What each statement says, in order, and every refusal: one statement that cannot be read does not hide the next.</summary>
    public static (IReadOnlyList<SchemaStatement> Statements, IReadOnlyList<Diagnostic> Problems) Read(SchemaFile file)
    {
        var text = file.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var statements = new List<SchemaStatement>();
        var problems = new List<Diagnostic>();
        var splitter = new SqlSplitter(text, new SqlSource(file.Path));
        try
        {
            while (splitter.Read(out var part) == SqlReadResult.Part)
            {
                ReadStatement(new StatementCursor(file.Path, text, part), statements, problems);
            }
        }
        catch (DiagnosticException e)
        {
            problems.AddRange(e.Diagnostics);
        }

        return (statements, problems);
    }

    private static void ReadStatement(StatementCursor cursor, List<SchemaStatement> statements, List<Diagnostic> problems)
    {
        var where = cursor.Start;
        try
        {
            statements.AddRange(Statements(cursor).Select(s => s with { Where = where }));
        }
        catch (DiagnosticException e)
        {
            problems.AddRange(e.Diagnostics);
        }
    }

    private static IEnumerable<SchemaStatement> Statements(StatementCursor cursor) =>
        cursor.Is("CREATE") ? [CreateReading.Read(cursor)]
        : cursor.Is("COMMENT") ? [CommentReading.Read(cursor)]
        : cursor.Is("ALTER") ? AlterReading.Read(cursor)
        : cursor.Is("GRANT") || cursor.Is("REVOKE") ? PrivilegeReading.Read(cursor)
        : throw StatementRefusals.NoDescription(cursor);
}
