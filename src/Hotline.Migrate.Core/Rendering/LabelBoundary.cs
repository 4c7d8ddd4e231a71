using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Where a commit must lie between the labels that are added to enums and the first use of one (SQLSTATE 55P04).</summary>
internal static class LabelBoundary
{
    /// <summary>The index of the operation that the new step starts with, or <c>null</c> if none is needed.</summary>
    public static int? Of(IReadOnlyList<Operation> operations, IReadOnlyList<IReadOnlyList<Statement>> rendered)
    {
        var added = operations.OfType<AddEnumValue>().ToList();
        var first = operations.Count;
        for (var i = 0; i < operations.Count; i++)
        {
            if (operations[i] is AddEnumValue)
            {
                first = i + 1;
            }
        }

        for (var i = first; i < operations.Count; i++)
        {
            if (rendered[i].Any(s => added.Any(a => Uses(s.Sql, a))))
            {
                return first;
            }
        }

        return null;
    }

    private static bool Uses(string sql, AddEnumValue add) =>
        sql.Contains(SqlLiteral.Quote(add.Label), StringComparison.Ordinal)
        || (sql.Contains("USING ", StringComparison.Ordinal)
            && sql.Contains("::" + SqlIdentifier.Quote(add.Type), StringComparison.Ordinal));
}
