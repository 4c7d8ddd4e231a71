using Hotline.Migrate.Diffing.Expressions;

namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>Takes back a statement that completes an object.</summary>
internal static class AdditionUndo
{
    /// <summary>The statement that takes <paramref name="addition"/> back, or <c>null</c> if there is none.</summary>
    public static string? Of(string addition)
    {
        var tokens = Tokens.Of(addition);
        var words = tokens.Select(t => t.Text).ToList();
        var trigger = words.IndexOf("trigger");
        return words switch
        {
            ["alter", "text", "search", "configuration", ..] => Mapping(addition, tokens, words),
            ["alter", "event", "trigger", _, ..] => addition[..tokens[3].Start] + Text(addition, tokens[3]) + " ENABLE",
            ["alter", "table", ..] when trigger > 0 && trigger + 1 < tokens.Count && State(words, trigger) is { } state =>
                addition[..tokens[state].Start] + "ENABLE TRIGGER " + Text(addition, tokens[trigger + 1]),
            ["alter", "table", ..] when Find(words, "enable", "disable") is { } state && words.Contains("rule") =>
                addition[..tokens[state].Start] + "ENABLE RULE " + Text(addition, tokens[^1]),
            ["alter", ..] when Find(words, "default") is { } at && words[at - 1] == "set" =>
                addition[..tokens[at - 1].Start] + "DROP DEFAULT",
            _ => null,
        };
    }

    // ADD MAPPING FOR asciiword, word WITH dictionary
    private static string? Mapping(string addition, List<Token> tokens, List<string> words)
    {
        var mapping = words.IndexOf("mapping");
        var with = words.LastIndexOf("with");
        return mapping > 0 && words[mapping - 1] == "add" && with > mapping
            ? addition[..tokens[mapping - 1].Start] + "DROP " + addition[tokens[mapping].Start..tokens[with].Start].TrimEnd()
            : null;
    }

    private static int? State(List<string> words, int trigger) => words[trigger - 1] switch
    {
        "disable" or "enable" => trigger - 1,
        "always" or "replica" => trigger - 2,
        _ => null,
    };

    private static int? Find(List<string> words, params ReadOnlySpan<string> wanted)
    {
        var at = WordList.Find(words, 0, wanted);
        return at > 0 && at < words.Count ? at : null;
    }

    private static string Text(string addition, Token token) => addition.Substring(token.Start, token.Length);
}
