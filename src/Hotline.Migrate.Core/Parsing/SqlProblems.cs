using System.Buffers;
using System.Globalization;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Parsing;

/// <summary>The refusals of the splitter.</summary>
internal static class SqlProblems
{
    private static readonly SearchValues<char> CommandEnds = SearchValues.Create(" \t\r\n;\\");

    /// <summary>Something opens at <paramref name="where"/> and is never closed.</summary>
    public static DiagnosticException Unterminated(
        SourceLocation where, SqlTokenKind kind, ReadOnlySpan<char> opening, SourceLocation? suspect = null)
    {
        var what = kind switch
        {
            SqlTokenKind.BlockComment => "The comment /* is never closed by */",
            SqlTokenKind.QuotedIdentifier => "The quoted identifier is never closed by \"",
            SqlTokenKind.DollarString => $"The dollar quote is never closed by {Delimiter(opening)}",
            SqlTokenKind.OpenParenthesis => "The parenthesis is never closed",
            SqlTokenKind.Word => "The body that BEGIN ATOMIC opens is never closed by END",
            _ => "The string is never closed by '",
        };
        return Failure(new Diagnostic
        {
            Code = DiagnosticCodes.SqlUnterminated,
            Summary = $"{what}.",
            Why = suspect is null
                ? "Everything behind it would be sent as a part of this statement, so nothing is sent at all."
                : $"What opens at {suspect} holds a '-- hm:' line that should open a section: perhaps that is what was not closed.",
            Where = where,
            NextActions = kind == SqlTokenKind.OpenParenthesis
                ? ["Close the parenthesis before the statement's semicolon."]
                : ["Close what is opened here."],
        });
    }

    /// <summary>A backslash begins a psql command.</summary>
    public static DiagnosticException PsqlCommand(SourceLocation where, ReadOnlySpan<char> text)
    {
        var end = text[1..].IndexOfAny(CommandEnds);
        var command = (end < 0 ? text : text[..(end + 1)]).ToString();
        return Failure(new Diagnostic
        {
            Code = DiagnosticCodes.PsqlCommand,
            Summary = command.Length == 1
                ? "A backslash outside of quotes is no SQL."
                : $"{command} is a command of psql and no SQL: only psql can run it.",
            Where = where,
            NextActions =
            [
                command switch
                {
                    "\\restrict" or "\\unrestrict" => "Delete the line: pg_dump writes it for psql alone.",
                    "\\." => "Delete the line, or put COPY ... FROM stdin; before the data that it ends.",
                    "\\copy" => "Write COPY ... FROM stdin; with the data behind it and \\. on a line of its own.",
                    "\\i" or "\\ir" or "\\include" => "Put the content of that file here.",
                    "\\c" or "\\connect" => "Delete the line: the database is chosen by the configuration or by --url.",
                    "\\gexec" or "\\gset" or "\\set" or "\\if" => "Write it as a DO block, or as a C# step with -- hm:code.",
                    _ => "Delete it, or write what it does in SQL.",
                },
            ],
        });
    }

    /// <summary>The data of a COPY never ends.</summary>
    public static DiagnosticException CopyUnterminated(SourceLocation where) => Failure(new Diagnostic
    {
        Code = DiagnosticCodes.SqlUnterminated,
        Summary = @"The data of COPY ... FROM stdin is never ended by \. on a line of its own.",
        Where = where,
        NextActions = [@"End the statement with a semicolon, put the data on the lines behind it and end it with a line that is \."],
    });

    /// <summary>SQL stands where the data of a COPY is waited for.</summary>
    public static DiagnosticException CopyMisplaced(SourceLocation where) => Failure(new Diagnostic
    {
        Code = DiagnosticCodes.CopyDataMisplaced,
        Summary = "The data of COPY ... FROM stdin begins on the next line, but something follows the semicolon on its own line.",
        Where = where,
        NextActions = [@"Move it behind the \. line that ends the data."],
    });

    /// <summary>A directive in the middle of a statement.</summary>
    public static DiagnosticException DirectiveInStatement(SourceLocation where, int statementLine) => Failure(new Diagnostic
    {
        Code = DiagnosticCodes.DirectiveMisplaced,
        Summary = string.Create(
            CultureInfo.InvariantCulture, $"The directive stands inside of the statement that begins in line {statementLine}."),
        Where = where,
        NextActions = ["End the statement with a semicolon before the directive, or move the directive before it."],
    });

    /// <summary>A directive behind SQL on the same line.</summary>
    public static DiagnosticException DirectiveBehindSql(SourceLocation where) => Failure(new Diagnostic
    {
        Code = DiagnosticCodes.DirectiveMisplaced,
        Summary = "A directive stands alone on its line.",
        Where = where,
        NextActions = ["Put it on a line of its own before the statement that it is about."],
    });

    private static string Delimiter(ReadOnlySpan<char> opening) => opening[..(opening[1..].IndexOf('$') + 2)].ToString();

    private static DiagnosticException Failure(Diagnostic diagnostic) => new(FailureKind.Usage, diagnostic);
}
