using System.Collections;

namespace Hotline.Migrate.Connecting;

/// <summary>What a connection takes from its surroundings: environment variables, and what the user's account gives.</summary>
public sealed record ConnectionSurroundings
{
    /// <summary>The environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>The user's home folder, for service files and user secrets.</summary>
    public required string HomeDirectory { get; init; }

    /// <summary>The operating system's name for the user: the database user where none is named.</summary>
    public required string UserName { get; init; }

    /// <summary>The surroundings of this process, as they are now.</summary>
    public static ConnectionSurroundings OfThisProcess() => new()
    {
        Variables = Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(
                e => (string)e.Key,
                e => (string?)e.Value ?? "",
                OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal),
        HomeDirectory = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        UserName = Environment.UserName,
    };

    /// <summary>A variable's value; null when it is not set or empty.</summary>
    internal string? Variable(string name) => Variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
