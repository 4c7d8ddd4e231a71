namespace Hotline.Migrate.Configuration;

/// <summary>Which changes of existing tables are written so that others can read and write meanwhile.</summary>
public enum OnlineForms
{
    /// <summary>Constraints are added <c>NOT VALID</c> and validated in a step of their own.</summary>
    Constraints,

    /// <summary>Those, and indexes are built and dropped <c>CONCURRENTLY</c>, in steps without a transaction.</summary>
    All,

    /// <summary>None: a migration is one transaction wherever PostgreSQL allows it.</summary>
    None,
}
