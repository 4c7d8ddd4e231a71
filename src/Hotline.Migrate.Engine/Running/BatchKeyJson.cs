using System.Text.Json.Serialization;

namespace Hotline.Migrate.Running;

/// <summary>How the last key of a batch is written into the journal.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class BatchKeyJson : JsonSerializerContext;
