using System.Globalization;

namespace Hotline.Migrate.Bench;

/// <summary>How much is measured.</summary>
internal sealed record BenchOptions
{
    public const string Usage = """
        eng/bench/run.sh [--quick] [--rounds N] [--only SECTION,...] [--no-pack] [--write FILE]

          --quick      small inputs and one round, to see that it works
          --rounds N   how often each is measured (3; a start and a build oftener)
          --only       apply, latency, start, inspect, build, create
          --no-pack    uses the packages of the run before
          --write      puts the tables into FILE, between <!-- SECTION --> and <!-- /SECTION -->
        """;

    public bool IsQuick { get; private init; }

    public bool Packs { get; private init; } = true;

    public IReadOnlyList<string> Only { get; private init; } = [];

    public string? Page { get; private init; }

    public int Migrations => IsQuick ? 100 : 1000;

    public int Rounds { get; private init; } = 3;

    public int Starts => Rounds * 7;

    public int Tables => IsQuick ? 100 : 1000;

    public IReadOnlyList<int> Models => IsQuick ? [50] : [200, 1000];

    public int Builds => Rounds * 3;

    public int Compiles => Rounds;

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
                    options = options with { IsQuick = true, Rounds = 1 };
                    break;
                case "--rounds" when i + 1 < arguments.Count && int.TryParse(arguments[i + 1], CultureInfo.InvariantCulture, out var rounds) && rounds > 0:
                    options = options with { Rounds = rounds };
                    i++;
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
