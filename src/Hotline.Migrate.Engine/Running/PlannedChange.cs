using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Running;

/// <summary>One change of a database that a run makes.</summary>
/// <param name="Revision">The revision it is about.</param>
/// <param name="Message">What that revision is for.</param>
public abstract record PlannedChange(string Revision, string Message)
{
    /// <summary>Runs the upgrade section and records the revision.</summary>
    public sealed record Upgrade(Migration Migration) : PlannedChange(Migration.Revision, Migration.Message);

    /// <summary>Runs a downgrade section and takes the revision out of the history.</summary>
    /// <param name="Row">What was applied.</param>
    /// <param name="WayBack">The downgrade section.</param>
    /// <param name="Source">Where that section stands, for messages.</param>
    public sealed record Downgrade(AppliedRevision Row, MigrationSection WayBack, string Source) : PlannedChange(Row.Revision, Row.Message);

    /// <summary>Marks an applied draft as sealed: its text is the same.</summary>
    public sealed record Seal(Migration Migration) : PlannedChange(Migration.Revision, Migration.Message);

    /// <summary>Records a revision without running it.</summary>
    public sealed record Stamp(Migration Migration) : PlannedChange(Migration.Revision, Migration.Message);

    /// <summary>Takes a revision out of the history without undoing it.</summary>
    public sealed record Unstamp(AppliedRevision Row) : PlannedChange(Row.Revision, Row.Message);

    /// <summary>The name of the change, as the log has it.</summary>
    public string Name => this switch
    {
        Upgrade => "upgrade",
        Downgrade => "downgrade",
        Seal => "seal",
        Stamp => "stamp",
        _ => "unstamp",
    };

    /// <summary>What it runs.</summary>
    public MigrationSection Section => this switch
    {
        Upgrade up => up.Migration.Upgrade,
        Downgrade down => down.WayBack,
        _ => MigrationSection.Empty,
    };

    /// <summary>Where what it runs stands, for messages.</summary>
    public string Path => this switch
    {
        Upgrade up => up.Migration.Path,
        Downgrade down => down.Source,
        Seal seal => seal.Migration.Path,
        Stamp stamp => stamp.Migration.Path,
        _ => "",
    };

    /// <summary>The revisions that the revision builds on.</summary>
    internal EquatableArray<string> Parents => this switch
    {
        Upgrade up => up.Migration.Parents,
        Downgrade down => down.Row.Parents,
        Seal seal => seal.Migration.Parents,
        Stamp stamp => stamp.Migration.Parents,
        Unstamp unstamp => unstamp.Row.Parents,
        _ => [],
    };

    /// <summary>The content hash of the revision.</summary>
    public string Hash => this switch
    {
        Upgrade up => up.Migration.ContentHash,
        Downgrade down => down.Row.Hash,
        Seal seal => seal.Migration.ContentHash,
        Stamp stamp => stamp.Migration.ContentHash,
        Unstamp unstamp => unstamp.Row.Hash,
        _ => "",
    };
}
