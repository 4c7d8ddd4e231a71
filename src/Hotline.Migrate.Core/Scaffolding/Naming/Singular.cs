namespace Hotline.Migrate.Scaffolding.Naming;

/// <summary>The singular of an English plural: <c>calls</c> is <c>call</c>, and <c>status</c> stays as it is.</summary>
/// <remarks>A word that is not surely a plural is left alone: <c>[Table]</c> gives the table's name in any case.</remarks>
internal static class Singular
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["people"] = "person", ["children"] = "child", ["men"] = "man", ["women"] = "woman", ["feet"] = "foot", ["teeth"] = "tooth",
        ["geese"] = "goose", ["mice"] = "mouse", ["indices"] = "index", ["vertices"] = "vertex", ["matrices"] = "matrix",
        ["appendices"] = "appendix", ["criteria"] = "criterion", ["phenomena"] = "phenomenon", ["movies"] = "movie", ["cookies"] = "cookie",
        ["ties"] = "tie", ["pies"] = "pie", ["lies"] = "lie", ["zombies"] = "zombie", ["calories"] = "calorie", ["hobbies"] = "hobby",
        ["leaves"] = "leaf", ["halves"] = "half", ["shelves"] = "shelf", ["selves"] = "self", ["lives"] = "life", ["wives"] = "wife",
        ["knives"] = "knife", ["wolves"] = "wolf", ["thieves"] = "thief", ["loaves"] = "loaf",
        ["caches"] = "cache", ["aches"] = "ache", ["niches"] = "niche", ["axes"] = "axis", ["analyses"] = "analysis", ["crises"] = "crisis",
        ["diagnoses"] = "diagnosis", ["hypotheses"] = "hypothesis", ["theses"] = "thesis", ["synopses"] = "synopsis", ["parentheses"] = "parenthesis",
        ["statuses"] = "status", ["bonuses"] = "bonus", ["viruses"] = "virus", ["campuses"] = "campus", ["buses"] = "bus", ["censuses"] = "census",
        ["aliases"] = "alias", ["biases"] = "bias", ["gases"] = "gas", ["canvases"] = "canvas", ["atlases"] = "atlas", ["lenses"] = "lens",
        ["heroes"] = "hero", ["potatoes"] = "potato", ["tomatoes"] = "tomato", ["echoes"] = "echo", ["vetoes"] = "veto", ["quizzes"] = "quiz",
        ["menus"] = "menu", ["gnus"] = "gnu", ["emus"] = "emu", ["gurus"] = "guru", ["cpus"] = "cpu", ["gpus"] = "gpu", ["skus"] = "sku", ["taxis"] = "taxi",
        ["skis"] = "ski", ["apis"] = "api", ["uris"] = "uri", ["guis"] = "gui", ["kpis"] = "kpi",
    };

    private static readonly HashSet<string> NoPlurals = new(StringComparer.Ordinal)
    {
        "news", "series", "species", "alias", "atlas", "bias", "canvas", "gas", "lens", "yes", "means", "headquarters", "os", "sms",
        "gps", "dns", "https", "tls", "css", "rss", "cms", "pos", "aws", "kudos", "chaos", "chassis", "sales", "goods", "physics", "mathematics",
        "economics", "statistics", "analytics", "logistics", "graphics", "politics", "ethics", "thanks", "texas", "christmas", "as", "is", "has", "was", "us", "its", "plus",
        "details", "settings", "preferences",
    };

    /// <summary>The singular of a lower-case word.</summary>
    public static string Of(string word)
    {
        if (Irregular.TryGetValue(word, out var singular))
        {
            return singular;
        }

        return NoPlurals.Contains(word) || word.Length < 4 || !word.EndsWith('s') || EndsIn(word, "ss", "us", "is")
            ? word
            : EndsIn(word, "ies") ? word[..^3] + "y"
            : EndsIn(word, "sses", "shes", "ches", "xes", "zzes") ? word[..^2]
            : word[..^1];
    }

    private static bool EndsIn(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
