namespace Hotline.Migrate.Running;

/// <summary>How long to leave the field to others before a transaction is tried again.</summary>
internal static class RetryDelay
{
    private const int MostDoublings = 16;

    /// <summary>A random pause, of which the longest possible doubles with every attempt.</summary>
    public static TimeSpan After(int attempt, RunnerOptions options)
    {
        var longest = options.RetryDelay * Math.Pow(2, Math.Min(attempt - 1, MostDoublings));
        var limit = longest < options.LongestRetryDelay ? longest : options.LongestRetryDelay;
        return limit * (0.5 + (Random.Shared.NextDouble() / 2));
    }
}
