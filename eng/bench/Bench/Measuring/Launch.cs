namespace Hotline.Migrate.Bench.Measuring;

/// <summary>A program to start, as a whole process.</summary>
internal sealed record Launch(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>Where it runs.</summary>
    public string Directory { get; init; } = Environment.CurrentDirectory;

    /// <summary>What its environment has besides.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
}
