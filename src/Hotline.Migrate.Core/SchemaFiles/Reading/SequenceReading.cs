using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Reads <c>CREATE SEQUENCE</c> and <c>ALTER SEQUENCE ... OWNED BY</c>.</summary>
internal static class SequenceReading
{
    /// <summary>The sequence; the cursor is behind the word.</summary>
    public static Sequence Create(StatementCursor cursor)
    {
        cursor.Take("IF", "NOT", "EXISTS");
        var sequence = new Sequence { Name = cursor.Name() };
        while (!cursor.IsAtEnd)
        {
            sequence = Option(cursor, sequence);
        }

        return sequence with { Options = WithoutDefaults(sequence.Options, sequence.Type) };
    }

    /// <summary>The column that a sequence goes with; the cursor is behind <c>ALTER SEQUENCE name</c>.</summary>
    public static OwnedSequence OwnedBy(StatementCursor cursor, QualifiedName name)
    {
        if (!cursor.Take("OWNED", "BY"))
        {
            throw cursor.Refused(
                DiagnosticCodes.SchemaFileStatement, "Options of a sequence stand in its CREATE SEQUENCE.", "Write them there.");
        }

        var owner = Owner(cursor);
        cursor.ExpectEnd();
        return new OwnedSequence(name, owner);
    }

    private static Sequence Option(StatementCursor cursor, Sequence sequence)
    {
        var options = sequence.Options;
        if (cursor.Take("AS"))
        {
            return sequence with { Type = SequenceType(cursor) };
        }

        if (cursor.Take("OWNED", "BY"))
        {
            return sequence with { OwnedBy = Owner(cursor) };
        }

        return sequence with { Options = Option(cursor, options) };
    }

    private static SequenceOptions Option(StatementCursor cursor, SequenceOptions options)
    {
        if (cursor.Take("INCREMENT"))
        {
            cursor.Take("BY");
            return options with { Increment = cursor.Integer() };
        }

        if (cursor.Take("START"))
        {
            cursor.Take("WITH");
            return options with { Start = cursor.Integer() };
        }

        return cursor.Take("MINVALUE") ? options with { Minimum = cursor.Integer() }
            : cursor.Take("MAXVALUE") ? options with { Maximum = cursor.Integer() }
            : cursor.Take("CACHE") ? options with { Cache = cursor.Integer() }
            : cursor.Take("NO", "MINVALUE") ? options with { Minimum = null }
            : cursor.Take("NO", "MAXVALUE") ? options with { Maximum = null }
            : cursor.Take("NO", "CYCLE") ? options with { Cycle = false }
            : cursor.Take("CYCLE") ? options with { Cycle = true }
            : throw cursor.Unexpected("an option of the sequence");
    }

    private static string SequenceType(StatementCursor cursor)
    {
        var start = cursor.Index;
        var type = cursor.Type();
        if (type is "bigint" or "integer" or "smallint")
        {
            return type;
        }

        cursor.Index = start;
        throw cursor.Unexpected("bigint, integer or smallint");
    }

    private static ColumnReference? Owner(StatementCursor cursor) => cursor.Take("NONE") ? null : cursor.Column();

    private static SequenceOptions WithoutDefaults(SequenceOptions options, string type)
    {
        var (smallest, largest) = type switch
        {
            "smallint" => (short.MinValue, short.MaxValue),
            "integer" => (int.MinValue, int.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
        var (minimum, maximum) = options.Increment < 0 ? (smallest, -1L) : (1L, largest);
        var start = options.Increment < 0 ? options.Maximum ?? maximum : options.Minimum ?? minimum;
        return options with
        {
            Increment = options.Increment == 1 ? null : options.Increment,
            Cache = options.Cache == 1 ? null : options.Cache,
            Start = options.Start == start ? null : options.Start,
            Minimum = options.Minimum == minimum ? null : options.Minimum,
            Maximum = options.Maximum == maximum ? null : options.Maximum,
        };
    }
}
