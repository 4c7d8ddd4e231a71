namespace Hotline.Migrate.Migrations;

/// <summary>What a new migration file looks like, with placeholders for what is filled in.</summary>
/// <param name="Text">The text around <c>{header}</c>, <c>{upgrade}</c> and <c>{downgrade}</c>, each once; <c>{message}</c> and <c>{revision}</c> as often as wanted.</param>
public sealed record MigrationTemplate(string Text)
{
    private static readonly string[] Required = ["{header}", "{upgrade}", "{downgrade}"];

    /// <summary>Header, upgrade, downgrade and nothing else.</summary>
    public static MigrationTemplate Default { get; } = new("""
        {header}

        -- hm:upgrade
        {upgrade}

        -- hm:downgrade
        {downgrade}
        """);

    /// <summary>Why <paramref name="text"/> is no template, or <c>null</c> where it is one.</summary>
    public static string? Problem(string text) =>
        Array.Find(Required, name => text.Split(name).Length != 2) is { } name
            ? $"it must hold {name} exactly once"
            : null;

    internal string Fill(MigrationHeader header, string headerLines, string upgrade, string downgrade)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["{header}"] = headerLines,
            ["{upgrade}"] = upgrade,
            ["{downgrade}"] = downgrade,
            ["{message}"] = header.Message,
            ["{revision}"] = header.Revision,
        };
        var lines = Text.ReplaceLineEndings("\n").Split('\n')
            .Where(line => !(values.TryGetValue(line.Trim(), out var value) && string.IsNullOrWhiteSpace(value)))
            .Select(line => Fill(line, values));
        return string.Join('\n', lines).TrimEnd('\n') + "\n";
    }

    /// <summary>One pass from left to right, so that a placeholder inside of a value stays text.</summary>
    private static string Fill(string line, Dictionary<string, string> values)
    {
        var result = "";
        while (line.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open)
        {
            var name = values.Keys.FirstOrDefault(key => line.AsSpan(open).StartsWith(key, StringComparison.Ordinal));
            result += line[..open] + (name is null ? "{" : values[name].Replace("\r\n", "\n", StringComparison.Ordinal).Trim('\n'));
            line = line[(open + (name?.Length ?? 1))..];
        }

        return result + line;
    }
}
