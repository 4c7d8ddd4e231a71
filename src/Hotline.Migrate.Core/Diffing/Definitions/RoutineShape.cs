namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>What of a function or procedure <c>CREATE OR REPLACE</c> cannot change.</summary>
/// <param name="Kind">Function or procedure, a window function apart.</param>
/// <param name="Parameters">Mode, name and type of each parameter.</param>
/// <param name="HasDefault">Whether each parameter has a default.</param>
/// <param name="Returns">What is returned.</param>
internal sealed record RoutineShape(string Kind, IReadOnlyList<string> Parameters, IReadOnlyList<bool> HasDefault, string Returns)
{
    private static readonly string[] AfterReturns =
    [
        "language", "transform", "window", "immutable", "stable", "volatile", "not", "leakproof", "called", "returns", "strict",
        "external", "security", "parallel", "cost", "rows", "support", "set", "as", "begin", "return",
    ];

    public static RoutineShape? Of(string definition)
    {
        var words = DefinitionWords.Of(definition);
        var open = words.IndexOf("(");
        if (open < 2)
        {
            return null;
        }

        var close = WordList.Closing(words, open);
        var parameters = WordList.Split(words.Skip(open + 1).Take(close - open - 1));
        var returns = WordList.Find(words, close + 1, "returns");
        var end = WordList.Find(words, Math.Min(returns + 1, words.Count), AfterReturns);
        var isWindow = WordList.Find(words, close + 1, "window") < WordList.Find(words, close + 1, "as", "begin", "return");
        return new RoutineShape(
            words[1] + (isWindow ? " window" : ""),
            [.. parameters.Select(p => string.Join(' ', p.Take(Default(p))))],
            [.. parameters.Select(p => Default(p) < p.Count)],
            string.Join(' ', words.Skip(returns).Take(end - returns)));
    }

    /// <summary>Whether it can take the place of <paramref name="old"/> and keep whoever calls it.</summary>
    public bool Replaces(RoutineShape old) =>
        Kind == old.Kind
        && Parameters.SequenceEqual(old.Parameters)
        && Returns == old.Returns
        && old.HasDefault.Zip(HasDefault).All(d => !d.First || d.Second);

    private static int Default(List<string> parameter)
    {
        var at = WordList.Find(parameter, 0, "default", "=");
        return at > 0 && at < parameter.Count && parameter[at - 1] == ":" ? at - 1 : at;
    }
}
