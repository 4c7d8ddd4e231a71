using System.Text.RegularExpressions;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Importing;

/// <summary>A revision file of Alembic, read as the text that it is.</summary>
internal sealed partial class AlembicScript(SourceText file, ImportReading reading)
{
    private readonly IReadOnlyList<IReadOnlyList<PythonToken>> lines = PythonLines.Of(file.Text);

    /// <summary>Where the variable of that name is set.</summary>
    public SourceLocation Where(string variable) => Find(variable) is [var first, ..] ? new(file.Path, first.Line, first.Column) : new(file.Path);

    /// <summary>The migration, or <c>null</c> with a problem.</summary>
    public ImportedMigration? Read()
    {
        if (Texts("revision") is not [var revision])
        {
            reading.Problems.Add(ImportProblems.Python(file.Path, Where("revision").Line, Where("revision").Column, "'revision' is no literal text."));
            return null;
        }

        if (RevisionId.Problem(revision) is { } wrong)
        {
            reading.Problems.Add(ImportProblems.Of(
                DiagnosticCodes.RevisionIdInvalid, Where("revision"), $"'{revision}' cannot be a revision id here: {wrong}.",
                "Give it another id in Alembic first (its file, those that name it, and alembic_version)."));
            return null;
        }

        var note = lines is [[{ Kind: PythonTokenKind.String } text], ..] ? text.Text : "";
        var message = note.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0) ?? "";
        return new ImportedMigration
        {
            Revision = revision,
            Message = message.Length == 0 || message.StartsWith("Revision ID", StringComparison.Ordinal) ? revision : message,
            Source = new SourceLocation(file.Path),
            Name = file.FileName,
            Parents = [.. Required("down_revision")],
            Labels = [.. Required("branch_labels")],
            DependsOn = [.. Required("depends_on")],
            Created = CreateDate().Match(note) is { Success: true } date && DateTimeOffset.TryParse(
                date.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var created)
                ? created.ToUniversalTime()
                : null,
            Upgrade = Body("upgrade"),
            Downgrade = Body("downgrade") ?? ImportedSection.Empty,
        };
    }

    private IReadOnlyList<string> Required(string variable)
    {
        if (Find(variable) is [])
        {
            return [];
        }

        if (Texts(variable) is { } texts)
        {
            return texts;
        }

        reading.Problems.Add(ImportProblems.Python(
            file.Path, Where(variable).Line, Where(variable).Column, $"'{variable}' is neither a literal text, nor a tuple or list of such, nor None."));
        return [];
    }

    private IReadOnlyList<string>? Texts(string variable) => Find(variable) is { Count: > 0 } line && Assigned(line) is { } at
        ? PythonValue.Texts([.. line.Skip(at)])
        : null;

    // The last one counts, as in Python; an annotation may stand before the sign.
    private IReadOnlyList<PythonToken> Find(string variable) => lines.LastOrDefault(l =>
        l[0].Column == 1 && l[0].Is(variable) && l.Count > 1 && (l[1].Is("=") || l[1].Is(":"))) ?? [];

    private static int? Assigned(IReadOnlyList<PythonToken> line)
    {
        var depth = 0;
        for (var i = 1; i < line.Count; i++)
        {
            depth += line[i].Is("[") || line[i].Is("(") ? 1 : line[i].Is("]") || line[i].Is(")") ? -1 : 0;
            if (depth == 0 && line[i].Is("="))
            {
                return i + 1;
            }
        }

        return null;
    }

    // Only op.execute with literal SQL can be taken over; null for everything else.
    private ImportedSection? Body(string function)
    {
        var start = lines.ToList().FindIndex(l => l[0].Column == 1 && l[0].Is("def") && l.Count > 1 && l[1].Is(function));
        if (start < 0)
        {
            return null;
        }

        var texts = new List<(string Sql, int Line)>();
        var heading = lines[start];
        var statements = new List<IReadOnlyList<PythonToken>> { heading.Skip(heading.ToList().FindLastIndex(t => t.Is(":")) + 1).ToList() };
        statements.AddRange(lines.Skip(start + 1).TakeWhile(l => l[0].Column > 1));
        foreach (var statement in statements.Where(s => s.Count > 0))
        {
            if (statement is [{ Kind: PythonTokenKind.String }] || (statement is [var word] && word.Is("pass")) || IsAutocommit(statement))
            {
                continue;
            }

            if (Executed(statement) is not { } sql)
            {
                return null;
            }

            texts.Add(sql);
        }

        ImportedSection[] parts = [.. texts.Select(t => reading.Section(file.Path, Ended(t.Sql), t.Line))];
        var whole = reading.Section(file.Path, string.Join("\n\n", texts.Select(t => Ended(t.Sql).Trim('\n'))));
        return whole with { Statements = [.. parts.SelectMany(p => p.Statements)] };
    }

    private static string Ended(string sql) => sql.TrimEnd() is var text && text.EndsWith(';') ? text : text + "\n;";

    private static bool IsAutocommit(IReadOnlyList<PythonToken> statement) =>
        statement[0].Is("with") && statement.Any(t => t.Is("autocommit_block"));

    private static (string Sql, int Line)? Executed(IReadOnlyList<PythonToken> statement)
    {
        PythonToken[] tokens = [.. statement];
        if (tokens is not [var op, var dot, var execute, { Text: "(" }, .. var inner, { Text: ")" }] || !op.Is("op") || !dot.Is(".") || !execute.Is("execute"))
        {
            return null;
        }

        inner = inner is [.. var before, { Kind: PythonTokenKind.Sign, Text: "," }] ? before : inner;
        inner = inner switch
        {
            [{ Kind: PythonTokenKind.Word, Text: "text" }, { Text: "(" }, .. var sql, { Text: ")" }] => sql,
            [{ Text: "sa" or "sqlalchemy" }, { Text: "." }, { Kind: PythonTokenKind.Word, Text: "text" }, { Text: "(" }, .. var sql, { Text: ")" }] => sql,
            _ => inner,
        };

        // A colon that is no parameter is written \: in SQLAlchemy's text.
        return PythonValue.Text(inner) is { } literal
            ? (literal.Replace(@"\:", ":", StringComparison.Ordinal), inner.First(t => t.Kind == PythonTokenKind.String).Line)
            : null;
    }

    [GeneratedRegex(@"^\s*Create Date:\s*(.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex CreateDate();
}
