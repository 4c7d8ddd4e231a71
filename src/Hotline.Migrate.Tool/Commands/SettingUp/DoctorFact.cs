using System.Text.Json.Serialization;

namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>Something that a bug report needs to say.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Status">How it is.</param>
/// <param name="Detail">The fact, without passwords.</param>
internal sealed record DoctorFact(
    string Name,
    [property: JsonConverter(typeof(JsonStringEnumConverter<DoctorStatus>))] DoctorStatus Status,
    string Detail);
