namespace Hotline.Migrate.Parsing;

/// <summary>Splits a whole script.</summary>
internal static class SqlScript
{
    /// <summary>The statements of <paramref name="text"/> in order; what lies between two of them is white space, comments and semicolons.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">Something is never closed, or is not SQL for the server.</exception>
    public static IReadOnlyList<SqlPart> Split(string text, string path = "")
    {
        var splitter = new SqlSplitter(text, new(path));
        var statements = new List<SqlPart>();
        while (splitter.Read(out var statement) == SqlReadResult.Part)
        {
            statements.Add(statement);
        }

        return statements;
    }
}
