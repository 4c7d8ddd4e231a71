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
        yield return $"CREATE SEQUENCE {SqlIdentifier.Quote(sequence.Name)}"
            + (sequence.Type == "bigint" ? "" : $" AS {sequence.Type}")
            + (options.Length == 0 ? "" : " " + options);
        if (sequence.Comment is { } comment)
        {
            yield return CommentSql.Set(new CommentTarget("SEQUENCE", sequence.Name), comment);
        }
    }

    public static string Alter(Sequence old, Sequence @new)
    {
        var type = old.Type == @new.Type ? Array.Empty<string>() : [$"AS {@new.Type}"];
        return $"ALTER SEQUENCE {SqlIdentifier.Quote(@new.Name)} {string.Join(" ", type.Concat(Changes(old.Options, @new.Options)))}";
    }

    /// <summary>The options that are not PostgreSQL's defaults.</summary>
    public static string Options(SequenceOptions options) => string.Join(" ", Changes(SequenceOptions.Default, options));

    /// <summary>What makes the one the other; an option that goes back to its default says so.</summary>
    public static IEnumerable<string> Changes(SequenceOptions old, SequenceOptions @new)
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

        if (old.Start != @new.Start)
        {
            yield return $"START WITH {Text(@new.Start ?? DefaultStart(@new))}";
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

    private static long DefaultStart(SequenceOptions options) =>
        options.Increment is < 0 ? options.Maximum ?? -1 : options.Minimum ?? 1;

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
