namespace Hotline.Migrate.Configuration;

/// <summary>Where a database keeps its history.</summary>
public sealed record HistoryConfiguration
{
    /// <summary>The schema of the history table.</summary>
    public string Schema { get; init; } = "public";

    /// <summary>The name of the history table.</summary>
    public string Table { get; init; } = "hotline_migrations";
}
