using Hotline.Migrate.Tool.Databases;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>How a command runs migrations.</summary>
internal sealed record RunOptions
{
    /// <summary>The connection's options.</summary>
    public DatabaseOptions Database { get; init; } = new();

    /// <summary>Whether to show what would be done, and do nothing.</summary>
    public bool PlanOnly { get; init; }

    /// <summary>The name of the database, which confirms that data is lost.</summary>
    public string? Confirm { get; init; }
}
