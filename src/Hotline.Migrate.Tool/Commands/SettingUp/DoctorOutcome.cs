namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>The facts about this machine, project and database.</summary>
internal sealed record DoctorOutcome(IReadOnlyList<DoctorFact> Facts);
