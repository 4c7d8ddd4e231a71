namespace Hotline.Migrate.Bench;

/// <summary>How much is measured.</summary>
internal sealed record BenchOptions
{
    public const string Usage = """
        eng/bench/run.sh [--quick] [--only SECTION,...] [--no-pack] [--write FILE]

          --quick      small inputs and one round, to see that it works
          --only       apply, latency, start, inspect, build, create
          --no-pack    uses the packages of the run before
          --write      puts the tables into FILE, between <!-- SECTION --> and <!-- /SECTION -->
        """;

    public bool IsQuick { get; private init; }

    public bool Packs { get; private init; } = true;

    public IReadOnlyList<string> Only { get; private init; } = [];

    public string? Page { get; private init; }

    public int Migrations => IsQuick ? 100 : 1000;

    public int Rounds => IsQuick ? 1 : 3;

    public int Starts => IsQuick ? 3 : 21;

    public int Tables => IsQuick ? 100 : 1000;

    public IReadOnlyList<int> Models => IsQuick ? [50] : [200, 1000];

    public int Builds => IsQuick ? 1 : 9;

    public int Compiles => IsQuick ? 1 : 3;

    public int Entities => IsQuick ? 50 : 200;

    /// <summary>Reads the command line; nothing where it makes no sense.</summary>
    public static BenchOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new BenchOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--quick":
                    options = options with { IsQuick = true };
                    break;
                case "--no-pack":
                    options = options with { Packs = false };
                    break;
                case "--only" when i + 1 < arguments.Count:
                    options = options with { Only = arguments[++i].Split(',') };
                    break;
                case "--write" when i + 1 < arguments.Count:
                    options = options with { Page = Path.GetFullPath(arguments[++i]) };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
