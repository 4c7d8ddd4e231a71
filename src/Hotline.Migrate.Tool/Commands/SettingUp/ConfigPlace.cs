namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>A place that may name the database.</summary>
/// <param name="Place">The place.</param>
/// <param name="Outcome"><c>used</c>, <c>shadowed</c>, <c>absent</c> or <c>unreadable</c>.</param>
/// <param name="Detail">The connection without its password, or why there is none.</param>
internal sealed record ConfigPlace(string Place, string Outcome, string? Detail);
