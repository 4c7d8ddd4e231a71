using Hotline.Migrate.Parsing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Reads the argument list of a routine: of each input argument its type.</summary>
internal static class ArgumentReading
{
    extension(StatementCursor cursor)
    {
        /// <summary>Steps over <c>(...)</c> and tells the types of the input arguments, as <c>SqlObject.Arguments</c> has them.</summary>
        public string Arguments()
        {
            cursor.ExpectSymbol('(');
            if (cursor.TakeSymbol('*'))
            {
                cursor.ExpectSymbol(')');
                return "*";
            }

            var (types, isVariadic) = cursor.IsOrderBy() ? ([], false) : cursor.ArgumentTypes();
            var arguments = string.Join(", ", types);
            if (cursor.Take("ORDER", "BY"))
            {
                var (ordered, isOrderedVariadic) = cursor.ArgumentTypes();
                if (isVariadic && isOrderedVariadic)
                {
                    // One VARIADIC is both; PostgreSQL wants it said on both sides.
                    arguments = string.Join(", ", [.. types.SkipLast(1), "VARIADIC " + types[^1]]);
                    ordered = ["VARIADIC " + ordered[^1]];
                }

                arguments = $"{arguments} ORDER BY {string.Join(", ", ordered)}".TrimStart();
            }

            cursor.ExpectSymbol(')');
            return arguments;
        }

        private bool IsOrderBy()
        {
            var start = cursor.Index;
            var isOrderBy = cursor.Take("ORDER", "BY");
            cursor.Index = start;
            return isOrderBy;
        }

        /// <summary>The types of the input arguments, and whether the last one is <c>VARIADIC</c>.</summary>
        private (List<string> Types, bool IsVariadic) ArgumentTypes()
        {
            var types = new List<string>();
            var isVariadic = false;
            if (cursor.IsSymbol(')'))
            {
                return (types, isVariadic);
            }

            do
            {
                isVariadic = cursor.Is("VARIADIC");
                if (cursor.Argument() is { } type)
                {
                    types.Add(type);
                }
            }
            while (cursor.TakeSymbol(','));
            return (types, isVariadic);
        }

        /// <summary>The type of an argument; <c>null</c> for one that only gives something back.</summary>
        private string? Argument()
        {
            var isOut = cursor.Mode();
            var start = cursor.Index;
            var type = cursor.TryType();
            if (type is null || !cursor.IsBehindType())
            {
                cursor.Index = start;
                cursor.Identifier("an argument");
                isOut |= cursor.Mode();
                type = cursor.Type();
            }

            if (cursor.Take("DEFAULT") || cursor.TakeSymbol('='))
            {
                while (!cursor.IsAtEnd && !cursor.IsSymbol(',') && !cursor.IsSymbol(')'))
                {
                    cursor.Skip();
                }
            }

            return isOut ? null : SqlTypeName.WithoutModifiers(type) switch
            {
                "bpchar" => "character",
                var bare when bare.StartsWith("interval ", StringComparison.Ordinal) => bare.EndsWith("[]", StringComparison.Ordinal) ? "interval[]" : "interval",
                var bare => bare,
            };
        }

        /// <summary>Steps over <c>IN</c>, <c>OUT</c>, <c>INOUT</c> or <c>VARIADIC</c>; whether it is <c>OUT</c>.</summary>
        private bool Mode()
        {
            if (cursor.Take("IN"))
            {
                cursor.Take("OUT");
                return false;
            }

            // A type or an argument may be called like these, as they are no reserved words.
            var isMode = cursor.KindAt(1) is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier;
            if (isMode && cursor.Take("OUT"))
            {
                return true;
            }

            _ = isMode && (cursor.Take("INOUT") || cursor.Take("VARIADIC"));
            return false;
        }

        private bool IsBehindType() =>
            cursor.IsAtEnd || cursor.IsSymbol(',') || cursor.IsSymbol(')') || cursor.IsSymbol('=') || cursor.Is("DEFAULT") || cursor.IsOrderBy();
    }
}
