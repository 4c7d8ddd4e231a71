using System.Text.Json;

namespace Hotline.Migrate.Connecting.Discovery;

/// <summary>The connection strings of a .NET settings file (appsettings, user secrets): nested, or with colons in the names.</summary>
internal static class SettingsFile
{
    private const string Section = "ConnectionStrings";

    private static readonly string[] usualNames = ["Hotline", "Default", "DefaultConnection"];

    /// <summary>The names and texts of all connection strings.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static IReadOnlyDictionary<string, string> ConnectionStrings(string json)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using var document = JsonDocument.Parse(
            json.TrimStart('\uFEFF'),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            return found;
        }

        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (member.Name.Equals(Section, StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var inner in member.Value.EnumerateObject())
                {
                    Add(found, inner.Name, inner.Value);
                }
            }
            else if (member.Name.StartsWith(Section + ":", StringComparison.OrdinalIgnoreCase))
            {
                Add(found, member.Name[(Section.Length + 1)..], member.Value);
            }
        }

        return found;
    }

    /// <summary>The one that is meant: the named one, else the first of the usual names, else the only one there is.</summary>
    public static (string Name, string Text)? Choose(IReadOnlyDictionary<string, string> connectionStrings, string? name)
    {
        foreach (var wanted in name is null ? usualNames : [name])
        {
            if (connectionStrings.TryGetValue(wanted, out var text))
            {
                return (wanted, text);
            }
        }

        return name is null && connectionStrings.Count == 1 && connectionStrings.First() is var (only, value) ? (only, value) : null;
    }

    private static void Add(Dictionary<string, string> found, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
        {
            found[name] = text;
        }
    }
}
