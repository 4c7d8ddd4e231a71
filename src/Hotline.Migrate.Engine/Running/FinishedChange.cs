namespace Hotline.Migrate.Running;

/// <summary>A change that is committed.</summary>
/// <param name="Change">What was done.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record FinishedChange(PlannedChange Change, TimeSpan Elapsed);
