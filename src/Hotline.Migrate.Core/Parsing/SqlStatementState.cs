namespace Hotline.Migrate.Parsing;

/// <summary>What is known of the statement that is being read.</summary>
internal struct SqlStatementState()
{
    private int hint = -1;
    private int depth;
    private bool isCreate;
    private bool isCopy;
    private bool atBodyStatement;
    private int begin = -1;
    private bool afterFrom;

    /// <summary>The statement's first character.</summary>
    public int Start { get; private set; } = -1;

    /// <summary>The position behind its last token so far.</summary>
    public int End { get; private set; }

    /// <summary>The outermost parenthesis that is still open, or -1.</summary>
    public int OpenParenthesis { get; private set; } = -1;

    /// <summary>The <c>BEGIN ATOMIC</c> that is still open, or -1.</summary>
    public int OpenBody { get; private set; } = -1;

    /// <summary>Whether the statement reads its data from the script.</summary>
    public bool IsCopyFromStdin { get; private set; }

    /// <summary>Whether it has begun.</summary>
    public readonly bool IsOpen => Start >= 0;

    /// <summary>A hint for a planner extension belongs to the statement behind it, other comments belong to nobody.</summary>
    public void NoteHint(SqlToken comment, ReadOnlySpan<char> text)
    {
        if (!IsOpen && hint < 0 && text[comment.Start..].StartsWith("/*+"))
        {
            hint = comment.Start;
        }
    }

    /// <summary>Whether a semicolon here is part of the statement.</summary>
    public bool TakesSemicolon()
    {
        if (depth == 0 && OpenBody < 0)
        {
            return false;
        }

        atBodyStatement = depth == 0;
        return true;
    }

    /// <summary>Takes the next token that is neither comment nor semicolon.</summary>
    public void Take(SqlToken token, ReadOnlySpan<char> text)
    {
        var isFirst = !IsOpen;
        if (isFirst)
        {
            Start = hint >= 0 ? hint : token.Start;
        }

        End = token.End;
        var startsBodyStatement = atBodyStatement;
        atBodyStatement = false;
        switch (token.Kind)
        {
            case SqlTokenKind.OpenParenthesis:
                OpenParenthesis = depth++ == 0 ? token.Start : OpenParenthesis;
                break;
            case SqlTokenKind.CloseParenthesis when depth > 0:
                OpenParenthesis = --depth == 0 ? -1 : OpenParenthesis;
                break;
            case SqlTokenKind.Word when depth == 0:
                TakeWord(token, text.Slice(token.Start, token.Length), isFirst, startsBodyStatement);
                return;
        }

        begin = -1;
        afterFrom = false;
    }

    private void TakeWord(SqlToken token, ReadOnlySpan<char> word, bool isFirst, bool startsBodyStatement)
    {
        if (isFirst)
        {
            isCreate = Is(word, "CREATE");
            isCopy = Is(word, "COPY");
            return;
        }

        if (isCreate)
        {
            TakeWordOfCreate(token, word, startsBodyStatement);
        }
        else if (isCopy)
        {
            // PostgreSQL takes STDOUT for STDIN here.
            IsCopyFromStdin |= afterFrom && (Is(word, "STDIN") || Is(word, "STDOUT"));
            afterFrom = Is(word, "FROM");
        }
    }

    /// <summary>
    /// A body closes at an END that begins a statement of it: the END of a CASE never follows a semicolon, and neither
    /// does a column or a label of that name.
    /// </summary>
    private void TakeWordOfCreate(SqlToken token, ReadOnlySpan<char> word, bool startsBodyStatement)
    {
        if (OpenBody >= 0)
        {
            OpenBody = startsBodyStatement && Is(word, "END") ? -1 : OpenBody;
        }
        else if (begin >= 0 && Is(word, "ATOMIC"))
        {
            OpenBody = begin;
            atBodyStatement = true;
        }

        begin = OpenBody < 0 && Is(word, "BEGIN") ? token.Start : -1;
    }

    private static bool Is(ReadOnlySpan<char> word, string keyword) => word.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
