using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Rendering;

/// <summary>A default as a column definition takes it.</summary>
internal static class DefaultExpression
{
    // What PostgreSQL's grammar leaves out of the b_expr that a column definition has.
    private static readonly string[] NotInDefinitions =
        ["AND", "OR", "NOT", "AT", "LIKE", "ILIKE", "SIMILAR", "IN", "BETWEEN", "IS", "ISNULL", "NOTNULL", "COLLATE"];

    /// <summary>The expression, in parentheses where <c>DEFAULT</c> could not be followed by it otherwise.</summary>
    public static string InDefinition(string expression)
    {
        var depth = 0;
        for (var words = new SqlWords(expression); !words.IsAtEnd; words.Next())
        {
            switch (words.Kind)
            {
                case SqlTokenKind.OpenParenthesis:
                    depth++;
                    break;
                case SqlTokenKind.CloseParenthesis:
                    depth--;
                    break;
                case SqlTokenKind.Word when depth == 0 && NotInDefinitions.Contains(words.Text.ToString(), StringComparer.OrdinalIgnoreCase):
                    return $"({expression})";
            }
        }

        return expression;
    }
}
