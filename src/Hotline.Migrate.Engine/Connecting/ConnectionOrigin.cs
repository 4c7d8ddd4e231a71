namespace Hotline.Migrate.Connecting;

/// <summary>Where a connection came from: the name of an option, variable or key, and the file that holds it, if any.</summary>
public sealed record ConnectionOrigin(string Name, string? File = null)
{
    /// <summary><c>DATABASE_URL in /app/.env</c>.</summary>
    public override string ToString() => File is null ? Name : $"{Name} in {File}";
}
