using System.Text;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Expressions;

/// <summary>Replaces names in the expressions of a table.</summary>
/// <param name="columns">Columns of the table.</param>
/// <param name="types">Types, after a cast.</param>
/// <param name="tables">Tables, in conditions that look into others.</param>
/// <param name="labels">Labels of the enums that the table's columns have.</param>
/// <param name="sequences">Sequences as SQL, in the strings that functions of sequences take.</param>
internal sealed class ExpressionRewriter(
    IReadOnlyDictionary<string, string> columns,
    IReadOnlyDictionary<string, string> types,
    IReadOnlyDictionary<string, string> tables,
    IReadOnlyDictionary<string, string> labels,
    IReadOnlyDictionary<string, string> sequences)
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>An expression over the table's columns.</summary>
    public string Expression(string sql) => Rewrite(sql, columns, labels);

    /// <summary>An expression that may be missing.</summary>
    public string? Optional(string? sql) => sql is null ? null : Expression(sql);

    /// <summary>The condition of a policy.</summary>
    public string? Condition(string? sql) => sql is null
        ? null
        : Rewrite(sql, columns.Concat(tables.Where(t => !columns.ContainsKey(t.Key))).ToDictionary(n => n.Key, n => n.Value), labels);

    /// <summary>A column's default, where a string is a label of the column's own type.</summary>
    public string Value(string sql, IReadOnlyDictionary<string, string>? own) => Rewrite(sql, Nothing, own ?? Nothing);

    private string Rewrite(string sql, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> strings)
    {
        var result = new StringBuilder();
        var end = 0;
        var tokens = Tokens.Of(sql);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Replacement(tokens, i, names, strings) is { } text)
            {
                result.Append(sql, end, tokens[i].Start - end).Append(text);
                end = tokens[i].Start + tokens[i].Length;
            }
        }

        return result.Append(sql, end, sql.Length - end).ToString();
    }

    private string? Replacement(List<Token> tokens, int at, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> strings)
    {
        var token = tokens[at];
        if (token.Kind == TokenKind.Text)
        {
            if (at > 1 && tokens[at - 1].Text == "(" && tokens[at - 2].Text is "nextval" or "currval" or "setval")
            {
                return sequences.TryGetValue(Content(token), out var sequence) ? Literal(sequence) : null;
            }

            return token.Text.StartsWith('\'')
                && strings.TryGetValue(Content(token), out var label)
                    ? Literal(label)
                    : null;
        }

        if (token.Name is not { } name)
        {
            return null;
        }

        var isType = at > 0 && (tokens[at - 1].Text is "::" or "as" || (tokens[at - 1].Text == "." && at > 2 && tokens[at - 3].Text == "::"));
        var isCall = token.Kind == TokenKind.Word && at + 1 < tokens.Count && tokens[at + 1].Text == "(";
        return isCall ? null : (isType ? types : names).TryGetValue(name, out var renamed) ? SqlIdentifier.Quote(renamed) : null;
    }

    private static string Content(Token token) => token.Text.Trim('\'').Replace("''", "'", StringComparison.Ordinal);

    private static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
