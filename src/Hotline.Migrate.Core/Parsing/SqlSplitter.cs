using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Parsing;

/// <summary>Cuts a script into its statements and directives, one <see cref="Read"/> at a time.</summary>
/// <remarks>
/// It reads a span and allocates nothing, so that a reader of a huge file can feed it piece by piece.
/// What psql would do with the script decides: semicolons in parentheses (<c>CREATE RULE</c>) and in
/// <c>BEGIN ATOMIC</c> bodies end no statement, and a change of <c>standard_conforming_strings</c> counts from then on.
/// </remarks>
internal ref struct SqlSplitter
{
    private readonly ReadOnlySpan<char> text;
    private readonly SqlSource source;
    private SqlLexer lexer;
    private LineCounter lines;
    private bool sessionStandardStrings = true;

    /// <summary>Reads <paramref name="text"/> from <paramref name="position"/> on.</summary>
    public SqlSplitter(ReadOnlySpan<char> text, SqlSource source, int position = 0)
    {
        this.text = text;
        this.source = source;
        lexer = new(text, position);
        lines = new(text, source.Line, source.Column);
        Position = position;
    }

    /// <summary>The end of the last part.</summary>
    public int Position { get; private set; }

    /// <summary><c>standard_conforming_strings</c> as the script has set it so far; to be carried over to a splitter that goes on.</summary>
    public bool StandardStrings
    {
        readonly get => lexer.StandardStrings;
        set => lexer.StandardStrings = sessionStandardStrings = value;
    }

    /// <summary>
    /// The first quote or comment that holds a line which would open a section: perhaps it should have been closed before.
    /// </summary>
    public SourceLocation? Suspect { get; set; }

    /// <summary>The settings of strings, for a splitter that goes on behind this one.</summary>
    public (bool Now, bool OfSession) Strings
    {
        readonly get => (lexer.StandardStrings, sessionStandardStrings);
        set => (lexer.StandardStrings, sessionStandardStrings) = value;
    }

    /// <summary>Ends what <c>SET LOCAL</c> changed: a transaction ends here.</summary>
    public void EndTransaction() => lexer.StandardStrings = sessionStandardStrings;

    /// <summary>Forgets every setting of the script: another session begins here.</summary>
    public void EndSession() => StandardStrings = true;

    /// <summary>Finds the next part.</summary>
    /// <exception cref="DiagnosticException">Something is never closed, or is not SQL for the server.</exception>
    public SqlReadResult Read(out SqlPart part)
    {
        var statement = new SqlStatementState();
        while (true)
        {
            var token = lexer.Next();
            if (source.HasMore && (token.End == text.Length || lexer.LookedToEnd))
            {
                return NeedMore(out part);
            }

            if (!token.Closed)
            {
                throw SqlProblems.Unterminated(At(token.Start), token.Kind, text.Slice(token.Start, token.Length), Suspect);
            }

            NoteSuspect(token);

            switch (token.Kind)
            {
                case SqlTokenKind.End when !statement.IsOpen:
                    Position = token.Start;
                    part = default;
                    return SqlReadResult.End;
                case SqlTokenKind.End:
                    return EndStatement(ref statement, token.Start, out part);
                case SqlTokenKind.LineComment when source.HasDirectives && IsDirective(token):
                    return ReadDirective(ref statement, token, out part);
                case SqlTokenKind.LineComment:
                    break;
                case SqlTokenKind.BlockComment:
                    statement.NoteHint(token, text);
                    break;
                case SqlTokenKind.Backslash:
                    throw SqlProblems.PsqlCommand(At(token.Start), text[token.Start..]);
                case SqlTokenKind.Semicolon when !statement.IsOpen:
                    statement = new();
                    break;
                case SqlTokenKind.Semicolon when statement.TakesSemicolon():
                    break;
                case SqlTokenKind.Semicolon:
                    return EndStatement(ref statement, token.End, out part);
                default:
                    statement.Take(token, text);
                    break;
            }
        }
    }

    private SqlReadResult EndStatement(ref SqlStatementState statement, int end, out SqlPart part)
    {
        if (statement.OpenParenthesis >= 0)
        {
            throw SqlProblems.Unterminated(At(statement.OpenParenthesis), SqlTokenKind.OpenParenthesis, "(");
        }

        if (statement.OpenBody >= 0)
        {
            throw SqlProblems.Unterminated(At(statement.OpenBody), SqlTokenKind.Word, "BEGIN ATOMIC");
        }

        var sql = text[statement.Start..statement.End];
        var (dataStart, dataEnd) = (0, 0);
        if (statement.IsCopyFromStdin)
        {
            var copy = source.LeavesData ? CopyData.FindStart(text, end, !source.HasMore) : CopyData.Find(text, end, !source.HasMore);
            switch (copy.Problem)
            {
                case CopyDataProblem.Unterminated when source.HasMore:
                    return NeedMore(out part);
                case CopyDataProblem.Unterminated:
                    throw SqlProblems.CopyUnterminated(At(statement.Start));
                case CopyDataProblem.Misplaced:
                    throw SqlProblems.CopyMisplaced(At(copy.Start));
            }

            (dataStart, dataEnd, end) = (copy.Start, copy.DataEnd, copy.End);
        }

        Apply(StringSetting.Of(sql));
        var (line, column) = lines.At(statement.Start);
        part = new(SqlPartKind.Statement, statement.Start, sql.Length, end, line, column, dataStart, dataEnd - dataStart);
        lexer.Position = Position = end;
        return SqlReadResult.Part;
    }

    private SqlReadResult ReadDirective(ref SqlStatementState statement, SqlToken comment, out SqlPart part)
    {
        if (statement.IsOpen)
        {
            // The last statement of a section may lack its semicolon; anywhere else the rest would run without its beginning.
            return DirectiveName.OpensSection(text.Slice(comment.Start, comment.Length))
                ? EndStatement(ref statement, comment.Start, out part)
                : throw SqlProblems.DirectiveInStatement(At(comment.Start), lines.At(statement.Start).Line);
        }

        if (!StartsLine(comment.Start))
        {
            throw SqlProblems.DirectiveBehindSql(At(comment.Start));
        }

        var (line, column) = lines.At(comment.Start);
        part = new(SqlPartKind.Directive, comment.Start, comment.Length, comment.End, line, column);
        Position = comment.End;
        return SqlReadResult.Part;
    }

    private SqlReadResult NeedMore(out SqlPart part)
    {
        lexer.Position = Position;
        part = default;
        return SqlReadResult.NeedsMore;
    }

    private void Apply(StringSetting setting)
    {
        if (setting.Value is not { } value)
        {
            return;
        }

        lexer.StandardStrings = value;
        if (!setting.IsLocal)
        {
            sessionStandardStrings = value;
        }
    }

    private void NoteSuspect(SqlToken token)
    {
        var content = text.Slice(token.Start, token.Length);
        if (!source.HasDirectives || Suspect is not null || token.Kind == SqlTokenKind.LineComment || !DirectiveName.MayHold(content))
        {
            return;
        }

        foreach (var line in content.EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith("--") && DirectiveName.Is(trimmed) && DirectiveName.OpensSection(trimmed))
            {
                Suspect = At(token.Start);
                return;
            }
        }
    }

    private readonly bool IsDirective(SqlToken comment) => DirectiveName.Is(text.Slice(comment.Start, comment.Length));

    private readonly bool StartsLine(int start)
    {
        var before = text[..start].TrimEnd(" \t\f\v");
        return before.IsEmpty ? source.Column == 1 : before[^1] is '\r' or '\n';
    }

    private SourceLocation At(int position)
    {
        var (line, column) = lines.At(position);
        return new(source.Path, line, column);
    }
}
