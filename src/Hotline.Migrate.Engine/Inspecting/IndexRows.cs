using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting;

/// <summary>Makes indexes from rows of <see cref="CatalogQueries.Indexes"/>.</summary>
internal static class IndexRows
{
    // Bits of pg_index.indoption (src/include/catalog/pg_index.h: INDOPTION_DESC, INDOPTION_NULLS_FIRST).
    private const int DescendingBit = 1;
    private const int NullsFirstBit = 2;

    /// <summary>The index of a row.</summary>
    public static TableIndex Index(NpgsqlDataReader row)
    {
        var definitions = row.GetFieldValue<string[]>(8);
        var columns = row.GetFieldValue<string?[]>(9);
        var options = row.GetFieldValue<int[]>(10);
        var operatorClasses = row.GetFieldValue<string?[]>(11);
        var collations = row.GetFieldValue<string?[]>(12);
        var elements = Elements(row.GetString(14));
        return new TableIndex
        {
            Name = row.GetString(1),
            Method = row.GetString(2),
            Unique = row.GetBoolean(3),
            NullsNotDistinct = row.GetBoolean(4),
            Where = row.Expression(5),
            StorageParameters = row.Texts(6).OrderBy(p => p, StringComparer.Ordinal).ToEquatableArray(),
            Comment = row.TextOrNull(7),
            Include = row.Texts(13),
            Elements = definitions
                .Select((definition, i) => Element(definition, columns[i], options[i], operatorClasses[i],
                    HasCollation(columns[i], definition, elements[i]) ? collations[i] : null))
                .ToEquatableArray(),
        };
    }

    private static List<string> Elements(string definition)
    {
        var method = SqlList.IndexOf(definition, " USING ");
        return SqlList.Split(definition, definition.IndexOf('(', method), out _);
    }

    /// <summary>Whether the collation is the index's own. An expression has one of its own, which the catalog does not tell apart.</summary>
    private static bool HasCollation(string? column, string definition, string element) =>
        column is not null || element.StartsWith(definition + " COLLATE ", StringComparison.Ordinal);

    private static IndexElement Element(string definition, string? column, int options, string? operatorClass, string? collation)
    {
        var descending = (options & DescendingBit) != 0;
        var nullsFirst = (options & NullsFirstBit) != 0;
        return new IndexElement
        {
            Column = column,
            Expression = column is null ? CatalogFields.WithoutOuterParentheses(CatalogFields.WithoutOuterParentheses(definition)) : null,
            Descending = descending,
            Nulls = (descending, nullsFirst) switch
            {
                (false, true) => NullsOrder.First,
                (true, false) => NullsOrder.Last,
                _ => NullsOrder.Default,
            },
            OperatorClass = operatorClass,
            Collation = collation,
        };
    }
}
