using Hotline.Migrate.Parsing;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Reads how <c>COMMENT ON</c> and <c>ALTER</c> name objects.</summary>
internal static class ReferenceReading
{
    private static readonly string[][] DatabaseWide = [["EXTENSION"], ["EVENT", "TRIGGER"], ["PUBLICATION"], ["FOREIGN", "DATA", "WRAPPER"], ["SERVER"]];

    private static readonly string[][] InSchema =
    [
        ["TABLE"], ["VIEW"], ["MATERIALIZED", "VIEW"], ["FOREIGN", "TABLE"], ["SEQUENCE"], ["TYPE"], ["DOMAIN"], ["COLLATION"], ["STATISTICS"], ["INDEX"],
        ["TEXT", "SEARCH", "DICTIONARY"], ["TEXT", "SEARCH", "CONFIGURATION"],
    ];

    private static readonly string[][] Routines = [["FUNCTION"], ["PROCEDURE"], ["ROUTINE"], ["AGGREGATE"]];

    private static readonly string[][] OnRelation = [["TRIGGER"], ["RULE"], ["POLICY"]];

    extension(StatementCursor cursor)
    {
        /// <summary>Steps over a kind and a name; <c>null</c> where the kind is not one that the schema knows.</summary>
        public ObjectReference? Reference() =>
            cursor.Take("SCHEMA") ? new ObjectReference("SCHEMA", Schema(cursor.Identifier()))
            : cursor.Take("COLUMN") ? Column(cursor.Column())
            : cursor.Take("CONSTRAINT") ? cursor.Constraint()
            : cursor.TakeFirst(DatabaseWide) is { } wide ? new ObjectReference(wide, cursor.DatabaseWideName())
            : cursor.TakeFirst(InSchema) is { } word ? cursor.NamedInSchema(word)
            : cursor.TakeFirst(Routines) is { } routine ? cursor.Routine(routine)
            : cursor.TakeFirst(OnRelation) is { } part ? cursor.Part(part)
            : null;

        /// <summary>Steps over a routine with or without its arguments.</summary>
        public ObjectReference Routine(string word)
        {
            var name = cursor.Name();
            if (cursor.Kind != SqlTokenKind.OpenParenthesis)
            {
                return new ObjectReference(word, name);
            }

            var arguments = cursor.Arguments();
            return new ObjectReference(word, name) { Arguments = word == "AGGREGATE" && arguments.Length == 0 ? "*" : arguments };
        }

        private string? TakeFirst(string[][] kinds)
        {
            foreach (var words in kinds)
            {
                if (cursor.Take(words))
                {
                    return string.Join(' ', words);
                }
            }

            return null;
        }

        private ObjectReference NamedInSchema(string word)
        {
            cursor.Take("IF", "EXISTS");
            cursor.Take("ONLY");
            return new ObjectReference(word, cursor.Name());
        }

        private ObjectReference Part(string word)
        {
            var name = cursor.Identifier();
            cursor.Expect("ON");
            var relation = cursor.Name("a table or view");
            return new ObjectReference(word, relation with { Name = name }) { On = relation };
        }

        private ObjectReference Constraint()
        {
            var name = cursor.Identifier();
            cursor.Expect("ON");
            var onDomain = cursor.Take("DOMAIN");
            var owner = cursor.Name("a table or domain");
            return new ObjectReference("CONSTRAINT", owner with { Name = name }) { On = owner, OnDomain = onDomain };
        }
    }

    private static QualifiedName Schema(string name) => new(name, name);

    private static ObjectReference Column(ColumnReference column) =>
        new("COLUMN", column.Table with { Name = column.Column }) { On = column.Table };
}
