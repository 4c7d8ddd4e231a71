using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>What differs between two forms of a column.</summary>
internal static class ColumnChange
{
    /// <summary>Whether PostgreSQL has no way from the one to the other but a new column.</summary>
    public static bool NeedsNewColumn(Column old, Column @new) => (old.Generated, @new.Generated) switch
    {
        (null, null) => false,
        (null, _) => true,
        ({ Virtual: var isVirtual }, null) => isVirtual,
        ({ } left, { } right) =>
            left.Virtual != right.Virtual
            || old.Type != @new.Type
            || old.Collation != @new.Collation
            || !SqlExpression.Same(left.Expression, right.Expression),
    };

    /// <summary>Whether <c>ALTER COLUMN</c> has something to do.</summary>
    public static bool IsAltered(Column old, Column @new) =>
        old.Type != @new.Type
        || old.Nullable != @new.Nullable
        || old.Collation != @new.Collation
        || old.Identity != @new.Identity
        || old.Storage != @new.Storage
        || old.Compression != @new.Compression
        || old.Generated is not null != @new.Generated is not null
        || !SqlExpression.SameDefault(old.Default, @new.Default, @new.Type);
}
