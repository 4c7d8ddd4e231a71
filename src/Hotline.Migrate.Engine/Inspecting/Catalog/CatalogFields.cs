using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Reads the fields of catalog rows.</summary>
internal static class CatalogFields
{
    /// <summary>A text, or <c>null</c>.</summary>
    public static string? TextOrNull(this NpgsqlDataReader row, int field) => row.IsDBNull(field) ? null : row.GetString(field);

    /// <summary>A list of texts, NULL being the empty one.</summary>
    public static EquatableArray<string> Texts(this NpgsqlDataReader row, int field) =>
        row.IsDBNull(field) ? [] : row.GetFieldValue<string[]>(field).ToEquatableArray();

    /// <summary>Qualified names of two lists, one of schemas and one of names.</summary>
    public static EquatableArray<QualifiedName> Names(this NpgsqlDataReader row, int field) =>
        row.GetFieldValue<string[]>(field).Zip(row.GetFieldValue<string[]>(field + 1), (schema, name) => new QualifiedName(schema, name)).ToEquatableArray();

    /// <summary>A text as an SQL literal.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>An expression without the outer parentheses that PostgreSQL's deparser puts around an operator.</summary>
    public static string? Expression(this NpgsqlDataReader row, int field) =>
        row.TextOrNull(field) is { } text ? WithoutOuterParentheses(text) : null;

    /// <summary>The options of a sequence in seven fields (start, increment, minimum, maximum, cache, cycle), those at the default left out.</summary>
    public static SequenceOptions SequenceOptions(this NpgsqlDataReader row, int field, string type)
    {
        var start = row.GetInt64(field);
        var increment = row.GetInt64(field + 1);
        var minimum = row.GetInt64(field + 2);
        var maximum = row.GetInt64(field + 3);
        var cache = row.GetInt64(field + 4);
        var (lowest, highest) = type switch
        {
            "smallint" => (short.MinValue, short.MaxValue),
            "integer" => (int.MinValue, int.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
        var defaultMinimum = increment > 0 ? 1 : lowest;
        var defaultMaximum = increment > 0 ? highest : -1;
        return new SequenceOptions
        {
            Start = start == (increment > 0 ? minimum : maximum) ? null : start,
            Increment = increment == 1 ? null : increment,
            Minimum = minimum == defaultMinimum ? null : minimum,
            Maximum = maximum == defaultMaximum ? null : maximum,
            Cache = cache == 1 ? null : cache,
            Cycle = row.GetBoolean(field + 5),
        };
    }

    /// <summary>Takes off parentheses that enclose the whole of <paramref name="expression"/>.</summary>
    public static string WithoutOuterParentheses(string expression)
    {
        if (expression is not ['(', .., ')'])
        {
            return expression;
        }

        var depth = 0;
        for (var i = 0; i < expression.Length; i++)
        {
            switch (expression[i])
            {
                case '(':
                    depth++;
                    break;
                case ')' when --depth == 0 && i < expression.Length - 1:
                    return expression;
                case '\'' or '"':
                    i = expression.IndexOf(expression[i], i + 1);
                    break;
            }
        }

        return expression[1..^1];
    }
}
