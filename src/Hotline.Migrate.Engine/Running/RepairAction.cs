namespace Hotline.Migrate.Running;

/// <summary>What a person decided about a revision that the runner cannot settle by itself.</summary>
public enum RepairAction
{
    /// <summary>The statement that was interrupted outside a transaction was done: go on behind it.</summary>
    Done,

    /// <summary>The statement that was interrupted was not done, or can be run again.</summary>
    Again,

    /// <summary>What was half done is undone by hand: forget how far it came.</summary>
    Restart,

    /// <summary>The file as it is now counts as what was applied.</summary>
    Accept,
}
