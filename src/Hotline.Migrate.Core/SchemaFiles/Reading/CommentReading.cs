using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Reads <c>COMMENT ON</c>.</summary>
internal static class CommentReading
{
    /// <summary>The comment.</summary>
    public static CommentedObject Read(StatementCursor cursor)
    {
        cursor.Expect("COMMENT");
        cursor.Expect("ON");
        var word = cursor.Token.ToString().ToUpperInvariant();
        var target = cursor.Reference() ?? throw cursor.Refused(
            DiagnosticCodes.SchemaFileObjectUnknown,
            $"The schema knows no comments on {word}.",
            "Move the statement into a migration.");
        cursor.Expect("IS");
        var text = cursor.Take("NULL") ? null : cursor.Text();
        cursor.ExpectEnd();

        // An empty comment is none: PostgreSQL removes it.
        return new CommentedObject(target, text is "" ? null : text);
    }
}
