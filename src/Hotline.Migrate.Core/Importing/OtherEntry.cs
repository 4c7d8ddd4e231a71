namespace Hotline.Migrate.Importing;

/// <summary>A row of another tool's history.</summary>
/// <param name="State">What it says.</param>
/// <param name="Version">The version or id, where the tool has them.</param>
/// <param name="Name">The script's name, where the tool keeps it.</param>
/// <param name="Description">What the migration is for, where the tool keeps it.</param>
/// <param name="At">When it was applied, where the tool keeps it.</param>
public sealed record OtherEntry(OtherEntryState State, string? Version, string? Name, string? Description, DateTimeOffset? At)
{
    /// <summary>What to call it.</summary>
    public string Label => Version ?? Name ?? Description ?? "";
}
