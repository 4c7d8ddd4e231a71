using System.Text;
using System.Text.Json;
using Hotline.Migrate.Descriptors;
using Hotline.Migrate.Descriptors.Writing;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Drafting;

/// <summary>
/// The file in which the build leaves the model for the tool, so that the tool needs neither MSBuild nor the assemblies to know what
/// the classes describe.
/// </summary>
public static class ModelFile
{
    /// <summary>The file, below the folder of the configuration.</summary>
    public const string RelativePath = FolderLock.LocalFolder + "/model.json";

    /// <summary>The text of the file.</summary>
    public static string Write(ProjectModel model)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("formatVersion", DescriptorWriter.FormatVersion);
            json.WriteStartArray("origins");
            foreach (var origin in model.Origins)
            {
                json.WriteStartObject();
                json.WriteString("kind", origin.Kind);
                json.WriteString("name", origin.Name);
                json.WriteString("type", origin.Type);
                json.WriteString("members", origin.Members);
                if (origin.File is { } file)
                {
                    json.WriteString("file", file.Path);
                    json.WriteNumber("line", file.Line);
                    json.WriteNumber("column", file.Column);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("objects");
            foreach (var schemaObject in model.Schema.Objects)
            {
                json.WriteRawValue(DescriptorWriter.Write(schemaObject));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Reads the file.</summary>
    /// <param name="path">Where it is, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="DiagnosticException">It is not readable, or of another version (HM0157).</exception>
    public static ProjectModel Read(string path, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            return root.GetProperty("formatVersion").GetInt32() == DescriptorWriter.FormatVersion
                ? new ProjectModel(
                    DatabaseSchema.Of(root.GetProperty("objects").EnumerateArray().Select(o => DescriptorReader.Read(o.GetRawText()))),
                    root.GetProperty("origins").EnumerateArray().Select(Origin).ToEquatableArray())
                : throw Unreadable(path, "Another version of the package wrote it.", null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw Unreadable(path, e.Message, e);
        }
    }

    private static ModelOrigin Origin(JsonElement origin) => new(
        origin.GetProperty("kind").GetString()!,
        origin.GetProperty("name").GetString()!,
        origin.GetProperty("type").GetString(),
        origin.GetProperty("members").GetString())
    {
        File = origin.TryGetProperty("file", out var file)
            ? new SourceLocation(file.GetString()!, origin.GetProperty("line").GetInt32(), origin.GetProperty("column").GetInt32())
            : null,
    };

    private static DiagnosticException Unreadable(string path, string why, Exception? cause) => new(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = DiagnosticCodes.ModelFileUnreadable,
            Summary = "The model that the build left is not readable.",
            Why = why,
            Where = new SourceLocation(path),
            NextActions = ["Delete the file and run 'dotnet build'.", "Use the same version of the package and the tool."],
        },
        cause);
}
