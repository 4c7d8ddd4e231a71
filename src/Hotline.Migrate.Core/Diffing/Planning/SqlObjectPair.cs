using Hotline.Migrate.Diffing.Definitions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>An object as it is and as it becomes, and the way from the one to the other if nothing else is in the way.</summary>
internal sealed record SqlObjectPair(SqlObject Old, SqlObject New, SqlObjectChange Change, EquatableArray<string> Statements)
{
    public static SqlObjectPair Of(SqlObject old, SqlObject @new)
    {
        var (change, statements) = SqlObjectChanges.Of(old, @new);
        return new SqlObjectPair(old, @new, change, statements);
    }
}
