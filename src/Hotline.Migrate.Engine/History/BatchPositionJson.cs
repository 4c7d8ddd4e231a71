using System.Text.Json.Serialization;

namespace Hotline.Migrate.History;

/// <summary>How the position of a batch is written into the journal; a bare key is what earlier versions wrote.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BatchPosition))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class BatchPositionJson : JsonSerializerContext;
