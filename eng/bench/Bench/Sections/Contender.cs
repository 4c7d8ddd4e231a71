using Hotline.Migrate.Bench.Measuring;

namespace Hotline.Migrate.Bench.Sections;

/// <summary>A runner of migrations, and what its runs took.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Start">The program that brings the database of that name up to date, over that port.</param>
internal sealed record Contender(string Name, Func<string, int, Launch> Start)
{
    /// <summary>Whether a second run finds that nothing is to do; a script knows no second run.</summary>
    public bool HasHistory { get; init; } = true;

    public Series Apply { get; } = new(Name);

    public Series Idle { get; } = new(Name);
}
