using System.Globalization;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Sequences and the options that identity columns share with them.</summary>
internal static class SequenceSql
{
    public static IEnumerable<string> Create(Sequence sequence)
    {
        var options = Options(sequence.Options);
        yield return $"CREATE {(sequence.Unlogged ? "UNLOGGED " : "")}SEQUENCE {SqlIdentifier.Quote(sequence.Name)}"
            + (sequence.Type == "bigint" ? "" : $" AS {sequence.Type}")
            + (options.Length == 0 ? "" : " " + options);
        if (sequence.Comment is { } comment)
        {
            yield return CommentSql.Set(new CommentTarget("SEQUENCE", sequence.Name), comment);
        }
    }

    public static IEnumerable<string> Alter(Sequence old, Sequence @new)
    {
        var type = old.Type == @new.Type ? Array.Empty<string>() : [$"AS {@new.Type}"];
        var sequence = SqlLiteral.Quote(SqlIdentifier.Quote(@new.Name)) + "::regclass";
        var changes = string.Join(" ", type.Concat(Changes(old.Options, @new.Options)));
        var alter = $"ALTER SEQUENCE {SqlIdentifier.Quote(@new.Name)} ";
        return
        [
            .. Position(sequence, old.Options, @new.Options),
            .. changes.Length == 0 ? Array.Empty<string>() : [alter + changes],
            .. old.Unlogged == @new.Unlogged ? Array.Empty<string>() : [$"{alter}SET {(@new.Unlogged ? "UNLOGGED" : "LOGGED")}"],
        ];
    }

    /// <summary>The options that are not PostgreSQL's defaults.</summary>
    public static string Options(SequenceOptions options) => string.Join(" ", Differences(SequenceOptions.Default, options, start: options.Start is not null));

    /// <summary>What makes the one the other; an option that goes back to its default says so.</summary>
    public static IEnumerable<string> Changes(SequenceOptions old, SequenceOptions @new) =>
        Differences(old, @new, start: Start(old) != Start(@new));

    /// <summary>Moves a sequence that stands below its new minimum, which PostgreSQL would refuse.</summary>
    public static IEnumerable<string> Position(string sequence, SequenceOptions old, SequenceOptions @new)
    {
        if (@new.Increment is < 0 || Minimum(@new) <= Minimum(old))
        {
            yield break;
        }

        var minimum = Text(Minimum(@new));
        yield return $"SELECT setval({sequence}, {Text(Start(@new))}, false) "
            + $"WHERE coalesce(pg_sequence_last_value({sequence}) < {minimum}, true)";
    }

    private static IEnumerable<string> Differences(SequenceOptions old, SequenceOptions @new, bool start)
    {
        if (old.Increment != @new.Increment)
        {
            yield return $"INCREMENT BY {Text(@new.Increment ?? 1)}";
        }

        if (old.Minimum != @new.Minimum)
        {
            yield return @new.Minimum is { } minimum ? $"MINVALUE {Text(minimum)}" : "NO MINVALUE";
        }

        if (old.Maximum != @new.Maximum)
        {
            yield return @new.Maximum is { } maximum ? $"MAXVALUE {Text(maximum)}" : "NO MAXVALUE";
        }

        if (start)
        {
            yield return $"START WITH {Text(Start(@new))}";
        }

        if (old.Cache != @new.Cache)
        {
            yield return $"CACHE {Text(@new.Cache ?? 1)}";
        }

        if (old.Cycle != @new.Cycle)
        {
            yield return @new.Cycle ? "CYCLE" : "NO CYCLE";
        }
    }

    private static long Start(SequenceOptions options) =>
        options.Start ?? (options.Increment is < 0 ? options.Maximum ?? -1 : options.Minimum ?? 1);

    private static long Minimum(SequenceOptions options) => options.Minimum ?? (options.Increment is < 0 ? long.MinValue : 1);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
