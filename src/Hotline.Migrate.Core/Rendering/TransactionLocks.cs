using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>How many locks a transaction may take.</summary>
/// <remarks>
/// A transaction holds a lock on each relation that it makes, and on each object that it drops, down to the triggers of foreign keys. The
/// server has room for about <c>max_locks_per_transaction * max_connections</c> of them, for all sessions: 6400 with its defaults.
/// </remarks>
internal static class TransactionLocks
{
    /// <summary>As many as a transaction may take on a server with default settings and still leave room for others.</summary>
    public const int Most = 3000;

    /// <summary>About how many the operation takes.</summary>
    public static int Of(Operation operation) => operation switch
    {
        CreateTable { Table: var table } => 4 + table.Constraints.Count() + table.Indexes.Count,
        DropTable { Table: var table } => 7 + table.Columns.Count(c => c.Default is not null) + table.Constraints.Sum(Dropped) + table.Indexes.Count,
        DropConstraint drop => Dropped(drop.Constraint),
        _ => 4,
    };

    // A foreign key has two triggers on either side.
    private static int Dropped(TableConstraint constraint) => constraint is ForeignKey ? 6 : 2;
}
