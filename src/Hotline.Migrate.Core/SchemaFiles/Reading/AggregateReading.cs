using Hotline.Migrate.Schema;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Reads <c>CREATE AGGREGATE</c>, also in its old form with <c>BASETYPE</c>.</summary>
internal static class AggregateReading
{
    /// <summary>The aggregate; the cursor is behind the word.</summary>
    public static SqlObject Read(StatementCursor cursor, int kind)
    {
        var start = cursor.Index;
        var name = cursor.Name();
        var list = cursor.Index;
        var arguments = BaseType(cursor);
        if (arguments is null)
        {
            cursor.Index = list;
            arguments = cursor.Arguments();
        }

        return SqlObject.Routine(
            SchemaKinds.Aggregate, name, arguments.Length == 0 ? "*" : arguments, DefinitionText.Of(cursor, kind, start, start));
    }

    private static string? BaseType(StatementCursor cursor)
    {
        cursor.ExpectSymbol('(');
        while (!cursor.IsAtEnd && !cursor.IsSymbol(')'))
        {
            var isBaseType = cursor.Take("BASETYPE");
            if (!isBaseType)
            {
                cursor.Skip();
                if (cursor.IsSymbol('(') || cursor.IsSymbol(')'))
                {
                    continue;
                }
            }

            if (!cursor.TakeSymbol('='))
            {
                continue;
            }

            if (isBaseType)
            {
                return cursor.TakeSymbol('*') || cursor.Take("ANY") || cursor.IsAny() ? "*" : SqlTypeName.WithoutModifiers(cursor.Type());
            }
        }

        return null;
    }

    extension(StatementCursor cursor)
    {
        private bool IsAny() => cursor.Token.Trim('\'').Equals("ANY", StringComparison.OrdinalIgnoreCase);
    }
}
