using System.Text.Json.Serialization;

namespace Hotline.Migrate.Tool.Printing.Json;

/// <summary>Writes the data of the JSON documents without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DevDbData))]
internal sealed partial class ToolJson : JsonSerializerContext;
