using Hotline.Migrate.Operations;

namespace Hotline.Migrate.Diffing.Renames;

/// <summary>Puts renames before everything else, but after the schemas that something moves to.</summary>
internal static class RenameOrder
{
    public static IReadOnlyList<Operation> Merge(IReadOnlyList<Operation> renames, IReadOnlyList<Operation> operations) =>
        renames.Any(r => r is MoveTable or RenameEnumType or RenameType)
            ? [.. operations.OfType<CreateSchema>(), .. renames, .. operations.Where(o => o is not CreateSchema)]
            : [.. renames, .. operations];
}
