namespace Hotline.Migrate.Tool.Databases;

/// <summary>How a command wants its database.</summary>
internal sealed record DatabaseOptions
{
    /// <summary>How long a statement waits for a lock; <c>null</c> for the configuration's or the runner's own.</summary>
    public TimeSpan? LockTimeout { get; init; }

    /// <summary>How long to wait for another run; <c>null</c> for the runner's own.</summary>
    public TimeSpan? LockWait { get; init; }

    /// <summary>Whether everything runs in one transaction.</summary>
    public bool SingleTransaction { get; init; }

    /// <summary>Whether to create the database where it is missing.</summary>
    public bool CreateIfMissing { get; init; }

    /// <summary>The assembly with the C# data migrations; <c>null</c> for what the project builds.</summary>
    public string? Assembly { get; init; }
}
