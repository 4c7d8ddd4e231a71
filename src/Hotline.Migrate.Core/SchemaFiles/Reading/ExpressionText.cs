using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>The text of expressions.</summary>
internal static class ExpressionText
{
    extension(StatementCursor cursor)
    {
        /// <summary>Steps to the end and tells the text up to there.</summary>
        public string Remaining()
        {
            var start = cursor.Index;
            while (!cursor.IsAtEnd)
            {
                cursor.Index++;
            }

            return start < cursor.Index ? cursor.TextFrom(start) : throw cursor.Unexpected("an expression");
        }
    }

    /// <summary>The expression without parentheses that hold the whole of it.</summary>
    public static string WithoutOuterParentheses(string expression)
    {
        while (expression.Length > 1 && expression[0] == '(' && Closes(expression) == expression.Length - 1)
        {
            expression = expression[1..^1].Trim();
        }

        return expression;
    }

    /// <summary>Where the parenthesis that opens the text is closed, or -1.</summary>
    private static int Closes(string text)
    {
        var depth = 0;
        var lexer = new SqlLexer(text);
        for (var token = lexer.NextSignificant(); token.Kind != SqlTokenKind.End; token = lexer.NextSignificant())
        {
            depth += token.Kind switch
            {
                SqlTokenKind.OpenParenthesis => 1,
                SqlTokenKind.CloseParenthesis => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return token.Start;
            }
        }

        return -1;
    }
}
