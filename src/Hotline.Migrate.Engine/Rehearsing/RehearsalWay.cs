namespace Hotline.Migrate.Rehearsing;

/// <summary>What a rehearsal runs on.</summary>
public enum RehearsalWay
{
    /// <summary>A whole copy of the database.</summary>
    Clone,

    /// <summary>A database with the same schema and some of the rows.</summary>
    Replica,
}
