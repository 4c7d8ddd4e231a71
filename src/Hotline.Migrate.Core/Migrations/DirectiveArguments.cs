using System.Globalization;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Migrations;

/// <summary>Reads what stands behind the names of directives.</summary>
internal static class DirectiveArguments
{
    private const int DefaultBatchSize = 5000;
    private const int MaxBatchSize = 1_000_000;
    private const int MaxStepName = 100;

    /// <summary>The type of <c>hm:code</c>.</summary>
    public static string TypeName(Directive directive)
    {
        var isName = directive.Argument.Split('.', '+').All(part =>
            part.Length > 0 && (char.IsLetter(part[0]) || part[0] == '_') && part.All(c => char.IsLetterOrDigit(c) || c == '_'));
        return isName ? directive.Argument : throw directive.Wrong($"'{directive.Argument}' is no name of a C# type.");
    }

    /// <summary>The name of <c>hm:step</c>.</summary>
    public static string StepName(Directive directive) => directive.Argument.Length <= MaxStepName
        ? directive.Argument
        : throw directive.Wrong(string.Create(CultureInfo.InvariantCulture, $"A step's name has at most {MaxStepName} characters."));

    /// <summary><c>hm:ignore CODE[, CODE] [reason: text] [until: date]</c>.</summary>
    public static IgnoredRule Ignored(Directive directive)
    {
        var (rest, untilText) = Cut(directive.Argument, "until:");
        var (codesText, reason) = Cut(rest, "reason:");
        var codes = codesText.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (codes.Length == 0 || Array.Find(codes, code => !IsCode(code)) is { } wrong && wrong.Length > 0)
        {
            throw directive.Wrong("hm:ignore names the codes of rules: HM and four digits.");
        }

        DateOnly? until = untilText is null ? null
            : DateOnly.TryParseExact(untilText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw directive.Wrong($"'{untilText}' is no date.");
        return new([.. codes], reason, until, directive.Where);
    }

    /// <summary><c>hm:batch key=id[,id2] [size=n] [sleep=100ms] [max-lag=10s]</c>.</summary>
    public static BatchOptions Batch(Directive directive)
    {
        EquatableArray<string> key = [];
        int? size = null;
        TimeSpan? sleep = null;
        TimeSpan? maxLag = null;
        foreach (var part in directive.Argument.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = part.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
                ? (part[..at], part[(at + 1)..])
                : throw directive.Wrong($"'{part}' is not 'name=value'.");
            switch (name)
            {
                case "key" when key.IsEmpty:
                    key = [.. value.Split(',')];
                    break;
                case "size" when size is null:
                    size = Size(directive, value);
                    break;
                case "sleep" when sleep is null:
                    sleep = Duration(directive, name, value);
                    break;
                case "max-lag" when maxLag is null:
                    maxLag = Duration(directive, name, value);
                    break;
                default:
                    throw directive.Wrong($"hm:batch has no '{name}', or has it twice.");
            }
        }

        return key.IsEmpty || key.Any(column => column.Length == 0)
            ? throw directive.Wrong("hm:batch needs the key to walk along.")
            : new(size ?? DefaultBatchSize, key, sleep ?? TimeSpan.Zero, maxLag, directive);
    }

    private static int Size(Directive directive, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is > 0 and <= MaxBatchSize
            ? size
            : throw directive.Wrong(string.Create(CultureInfo.InvariantCulture, $"size is a number from 1 to {MaxBatchSize}, not '{text}'."));

    private static TimeSpan Duration(Directive directive, string name, string text)
    {
        var (digits, unit) = text.EndsWith("ms", StringComparison.Ordinal) ? (text[..^2], 1)
            : text.EndsWith('s') ? (text[..^1], 1000)
            : ("", 0);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? TimeSpan.FromMilliseconds((long)number * unit)
            : throw directive.Wrong($"{name} is a time such as 100ms or 2s, not '{text}'.");
    }

    private static (string Before, string? After) Cut(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at].Trim(), text[(at + word.Length)..].Trim());
    }

    private static bool IsCode(string text) =>
        text.Length == 6 && text.StartsWith("HM", StringComparison.Ordinal) && text.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;
}
