using System.Text.Json.Serialization;
using Hotline.Migrate.Tool.Commands.Looking;
using Hotline.Migrate.Tool.Commands.Running;

namespace Hotline.Migrate.Tool.Printing.Json;

/// <summary>Writes the data of the JSON documents without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CurrentOutcome))]
[JsonSerializable(typeof(DevDbData))]
[JsonSerializable(typeof(HeadsOutcome))]
[JsonSerializable(typeof(HistoryData))]
[JsonSerializable(typeof(PendingData))]
[JsonSerializable(typeof(RunOutcome))]
[JsonSerializable(typeof(ShowOutcome))]
internal sealed partial class ToolJson : JsonSerializerContext;
