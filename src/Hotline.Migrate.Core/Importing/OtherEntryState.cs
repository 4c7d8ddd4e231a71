namespace Hotline.Migrate.Importing;

/// <summary>What a row of another tool's history says.</summary>
public enum OtherEntryState
{
    /// <summary>The migration is applied.</summary>
    Applied,

    /// <summary>This one and everything before it counts as applied.</summary>
    AppliedUpTo,

    /// <summary>The migration was undone.</summary>
    Undone,

    /// <summary>The migration failed or stopped half-way.</summary>
    Failed,
}
