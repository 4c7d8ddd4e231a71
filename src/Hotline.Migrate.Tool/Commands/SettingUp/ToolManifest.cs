using Hotline.Migrate.Files;

namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>Pins the tool's version for a repository.</summary>
internal static class ToolManifest
{
    private const string Tool = "dotnet-hotline-migrate";

    // The SDK reads both places, and writes to one or the other by its version.
    private static readonly string[] names = [".config/dotnet-tools.json", "dotnet-tools.json"];

    /// <summary>The manifest to write; one that is there is not changed.</summary>
    public static PlannedFile Plan(string directory, string version)
    {
        if (Find(directory) is { } manifest)
        {
            return new PlannedFile(
                manifest,
                Text: null,
                TextFile.Read(manifest).Contains($"\"{Tool}\"", StringComparison.OrdinalIgnoreCase)
                    ? "has the tool already"
                    : $"is there already; add the tool with: dotnet tool install {Tool}");
        }

        return new PlannedFile(
            Path.Combine(directory, names[0]),
            $$"""
            {
              "version": 1,
              "isRoot": true,
              "tools": {
                "{{Tool}}": {
                  "version": "{{version}}",
                  "commands": [
                    "{{Tool}}"
                  ]
                }
              }
            }

            """,
            "created");
    }

    private static string? Find(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            if (names.Select(name => Path.Combine(folder.FullName, name)).FirstOrDefault(File.Exists) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
