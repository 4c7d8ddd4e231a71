using System.Text.Json.Serialization;
using Hotline.Migrate.Tool.Commands.Adopting;
using Hotline.Migrate.Tool.Commands.Looking;
using Hotline.Migrate.Tool.Commands.Running;
using Hotline.Migrate.Tool.Commands.SettingUp;
using Hotline.Migrate.Tool.Commands.Writing;

namespace Hotline.Migrate.Tool.Printing.Json;

/// <summary>Writes the data of the JSON documents without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AdoptOutcome))]
[JsonSerializable(typeof(CurrentOutcome))]
[JsonSerializable(typeof(DevDbData))]
[JsonSerializable(typeof(HeadsOutcome))]
[JsonSerializable(typeof(HistoryData))]
[JsonSerializable(typeof(PendingData))]
[JsonSerializable(typeof(RunOutcome))]
[JsonSerializable(typeof(RepairOutcome))]
[JsonSerializable(typeof(CheckData))]
[JsonSerializable(typeof(ConfigOutcome))]
[JsonSerializable(typeof(CreateOutcome))]
[JsonSerializable(typeof(DoctorOutcome))]
[JsonSerializable(typeof(DriftData))]
[JsonSerializable(typeof(EditOutcome))]
[JsonSerializable(typeof(ScaffoldOutcome))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
[JsonSerializable(typeof(ScriptOutcome))]
[JsonSerializable(typeof(SetupOutcome))]
[JsonSerializable(typeof(ShowOutcome))]
[JsonSerializable(typeof(VerifyData))]
internal sealed partial class ToolJson : JsonSerializerContext;
