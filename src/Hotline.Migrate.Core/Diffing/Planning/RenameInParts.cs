using Hotline.Migrate.Diffing.Renames;
using Hotline.Migrate.Operations;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>A rename that gives way where names are exchanged: first aside, later to its new name.</summary>
internal static class RenameInParts
{
    public static PlannedOperation Of(
        Func<string, string, Operation> rename,
        string old,
        string @new,
        Func<string, IReadOnlyList<SchemaKey>> names,
        OperationRank rank) => new(rename(old, @new))
        {
            Rank = rank,
            Makes = [.. names(@new)],
            Removes = [.. names(old)],
            Split = _ =>
            {
                var aside = RenameSteps.Aside(old, new HashSet<string> { old, @new });
                var step = names(aside)[0];
                return
                [
                    new PlannedOperation(rename(old, aside)) { Rank = rank, Removes = [.. names(old)], Makes = [step] },
                    new PlannedOperation(rename(aside, @new)) { Rank = rank, Makes = [.. names(@new)], Needs = [step] },
                ];
            },
        };
}
