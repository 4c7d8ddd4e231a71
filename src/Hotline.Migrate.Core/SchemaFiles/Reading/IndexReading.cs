using Hotline.Migrate.Parsing;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Reads <c>CREATE INDEX</c>.</summary>
internal static class IndexReading
{
    /// <summary>The index; the cursor is behind <c>CREATE</c>.</summary>
    public static CreatedIndex Read(StatementCursor cursor)
    {
        var unique = cursor.Take("UNIQUE");
        cursor.Expect("INDEX");
        cursor.Take("CONCURRENTLY");
        cursor.Take("IF", "NOT", "EXISTS");
        var name = cursor.Is("ON") ? null : cursor.Identifier();
        cursor.Expect("ON");
        cursor.Take("ONLY");
        var relation = cursor.Name("a table or materialized view");
        var method = cursor.Take("USING") ? cursor.Identifier("an index method") : TableIndex.DefaultMethod;
        cursor.ExpectSymbol('(');
        var elements = cursor.List(Element);
        cursor.ExpectSymbol(')');
        var index = new TableIndex
        {
            Name = name ?? ObjectNames.Index(relation.Name, elements.Select(e => e.Column ?? ObjectNames.Words(e.Expression!)), method),
            Elements = elements.ToEquatableArray(),
            Method = method,
            Unique = unique,
        };
        return new CreatedIndex(relation, Clauses(cursor, index));
    }

    private static TableIndex Clauses(StatementCursor cursor, TableIndex index)
    {
        while (!cursor.IsAtEnd)
        {
            if (cursor.Take("INCLUDE"))
            {
                cursor.ExpectSymbol('(');
                index = index with { Include = cursor.List(c => c.Identifier("a column")).ToEquatableArray() };
                cursor.ExpectSymbol(')');
            }
            else if (cursor.Take("NULLS", "NOT", "DISTINCT"))
            {
                index = index with { NullsNotDistinct = true };
            }
            else if (cursor.Take("WITH"))
            {
                index = index with { StorageParameters = Parameters(cursor) };
            }
            else if (cursor.Take("TABLESPACE"))
            {
                index = index with { Tablespace = cursor.Identifier() };
            }
            else if (cursor.Take("WHERE"))
            {
                index = index with { Where = ExpressionText.WithoutOuterParentheses(cursor.Remaining()) };
            }
            else if (!cursor.Take("NULLS", "DISTINCT"))
            {
                throw cursor.Unexpected("the end of the statement");
            }
        }

        return index;
    }

    private static EquatableArray<string> Parameters(StatementCursor cursor)
    {
        cursor.ExpectSymbol('(');
        var parameters = cursor.List(Parameter);
        cursor.ExpectSymbol(')');
        return parameters.Order(StringComparer.Ordinal).ToEquatableArray();
    }

    private static string Parameter(StatementCursor cursor)
    {
        var name = cursor.Identifier("a storage parameter");
        if (!cursor.TakeSymbol('='))
        {
            return name + "=true";
        }

        var start = cursor.Index;
        while (!cursor.IsAtEnd && !cursor.IsSymbol(',') && !cursor.IsSymbol(')'))
        {
            cursor.Skip();
        }

        return $"{name}={cursor.TextFrom(start).Trim('\'')}";
    }

    private static IndexElement Element(StatementCursor cursor)
    {
        var element = Indexed(cursor);
        element = element with { Collation = cursor.Collation() };
        if (cursor.IsName && !cursor.Is("ASC") && !cursor.Is("DESC") && !cursor.Is("NULLS"))
        {
            element = element with { OperatorClass = OperatorClass(cursor) };
        }

        var descending = cursor.Take("DESC");
        if (!descending)
        {
            cursor.Take("ASC");
        }

        var nulls = cursor.Take("NULLS", "FIRST") ? NullsOrder.First : cursor.Take("NULLS", "LAST") ? NullsOrder.Last : NullsOrder.Default;
        var isDefault = nulls == (descending ? NullsOrder.First : NullsOrder.Last);
        return element with { Descending = descending, Nulls = isDefault ? NullsOrder.Default : nulls };
    }

    private static IndexElement Indexed(StatementCursor cursor)
    {
        if (cursor.Kind == SqlTokenKind.OpenParenthesis)
        {
            return new IndexElement { Expression = ExpressionText.WithoutOuterParentheses(cursor.Parenthesised()) };
        }

        var start = cursor.Index;
        var name = cursor.Name("a column or an expression");
        if (cursor.Kind != SqlTokenKind.OpenParenthesis)
        {
            return new IndexElement { Column = name.Name };
        }

        cursor.Skip();
        return new IndexElement { Expression = cursor.TextFrom(start) };
    }

    private static string OperatorClass(StatementCursor cursor)
    {
        var name = SqlIdentifier.Quote(cursor.Name("an operator class"));
        return cursor.Kind == SqlTokenKind.OpenParenthesis ? $"{name} ({cursor.Parenthesised()})" : name;
    }
}
