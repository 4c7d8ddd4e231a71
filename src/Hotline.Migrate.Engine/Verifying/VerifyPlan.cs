using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Verifying;

/// <summary>What is replayed and what is proven, each after all that it stands on.</summary>
/// <param name="Ground">What the others stand on.</param>
/// <param name="Steps">What is proven.</param>
internal sealed record VerifyPlan(IReadOnlyList<Migration> Ground, IReadOnlyList<Migration> Steps)
{
    public static VerifyPlan Of(MigrationSet migrations, IReadOnlyCollection<string> applied)
    {
        var there = applied.ToHashSet(StringComparer.Ordinal);
        var all = migrations.Graph.Revisions.Select(node => migrations.Find(node.Id)!).ToLookup(m => there.Contains(m.Revision));
        return new VerifyPlan([.. all[true]], [.. all[false]]);
    }
}
