namespace Hotline.Migrate.Parsing;

/// <summary>The forms of statements that a runner tells apart.</summary>
public enum StatementKind
{
    /// <summary>It runs in a transaction, as far as its text tells.</summary>
    Transactional,

    /// <summary><c>SET</c> or <c>RESET</c>: it changes the session only.</summary>
    Setting,

    /// <summary>It cannot run in a transaction, and doing it twice is as good as once: <c>VACUUM</c>, <c>ALTER SYSTEM</c>, ...</summary>
    Repeatable,

    /// <summary><c>CREATE INDEX CONCURRENTLY</c>: interrupted, it leaves an invalid index.</summary>
    CreateIndex,

    /// <summary><c>DROP INDEX CONCURRENTLY</c> of one index.</summary>
    DropIndex,

    /// <summary><c>REINDEX CONCURRENTLY</c> of a table or an index: interrupted, it leaves invalid indexes named <c>..._ccnew</c>.</summary>
    Reindex,

    /// <summary><c>DETACH PARTITION ... CONCURRENTLY</c>: interrupted, it is to be finalised.</summary>
    DetachPartition,

    /// <summary><c>CREATE DATABASE</c>.</summary>
    CreateDatabase,

    /// <summary><c>DROP DATABASE</c>.</summary>
    DropDatabase,

    /// <summary>It cannot run in a transaction, and nothing tells afterwards whether it was done.</summary>
    Other,
}
