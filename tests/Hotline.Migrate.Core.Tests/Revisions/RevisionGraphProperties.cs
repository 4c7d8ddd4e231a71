using CsCheck;
using Hotline.Migrate.Revisions;
using static Hotline.Migrate.Core.Tests.Revisions.RandomGraphs;

namespace Hotline.Migrate.Core.Tests.Revisions;

/// <summary>Scenario 51: what holds for every graph.</summary>
public sealed class RevisionGraphProperties
{
    [Fact]
    public void The_order_holds_each_revision_once_and_after_all_that_it_stands_on() => Graphs.Sample(graph =>
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Assert.All(graph.Revisions, node =>
        {
            Assert.Superset(node.Parents.Concat(node.DependsOn).ToHashSet(StringComparer.Ordinal), seen);
            Assert.True(seen.Add(node.Id));
        });
    });

    [Fact]
    public void The_order_does_not_depend_on_the_order_of_the_files() => Gen.Select(Nodes, Gen.Int).Sample((nodes, seed) =>
    {
        var shuffled = nodes.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(Ids(RevisionGraph.Build(nodes).Revisions), Ids(RevisionGraph.Build(shuffled).Revisions));
    });

    [Fact]
    public void A_chain_is_not_interrupted_by_another_branch() => Graphs.Sample(graph =>
    {
        // Whatever stands alone on a head's chain follows it at once, unless it waits for a dependency.
        for (var i = 1; i < graph.Revisions.Count; i++)
        {
            var (node, before) = (graph.Revisions[i], graph.Revisions[i - 1]);
            if (node.Parents is { Count: 1 } && node.DependsOn.Count == 0 && graph.Children(node.Parents[0]).Count == 1
                && graph.WithDependents(node.Parents[0]).All(n => !n.DependsOn.Contains(node.Parents[0])))
            {
                Assert.Equal(node.Parents[0], before.Id);
            }
        }
    });

    [Fact]
    public void Ancestors_and_descendants_share_nothing_but_the_revision_itself() => Databases.Sample((graph, _, target) =>
        Assert.Equal([target], Ids(graph.WithPrerequisites(target)).Intersect(Ids(graph.WithDependents(target)))));

    [Fact]
    public void A_database_is_told_by_where_it_is() => Databases.Sample((graph, applied, _) =>
        Assert.Equal(applied, Ids(graph.WithPrerequisites(graph.Current(applied)))));

    [Fact]
    public void Upgrade_runs_exactly_what_the_target_needs_and_the_database_lacks() => Databases.Sample((graph, applied, target) =>
    {
        var plan = graph.PlanUpgrade(applied, target);

        Assert.Equal(Ids(graph.WithPrerequisites(target)).Except(applied), Ids(plan.Steps));
        var done = applied.ToHashSet(StringComparer.Ordinal);
        Assert.All(plan.Steps, step =>
        {
            Assert.Superset(step.Parents.Concat(step.DependsOn).ToHashSet(StringComparer.Ordinal), done);
            Assert.True(done.Add(step.Id));
        });
        Assert.Equal(plan.After, graph.Current(done));
    });

    [Fact]
    public void Downgrade_leaves_the_target_and_nothing_above_it_or_without_support() => Databases.Sample((graph, _, target) =>
    {
        string[] applied = Ids(graph.Revisions);
        var plan = graph.PlanDowngrade(applied, target);

        var left = applied.ToHashSet(StringComparer.Ordinal);
        Assert.All(plan.Steps, step =>
        {
            Assert.True(left.Remove(step.Id));
            Assert.DoesNotContain(graph.Revisions, n => left.Contains(n.Id) && n.Parents.Concat(n.DependsOn).Contains(step.Id));
        });
        Assert.Contains(target, left);
        Assert.DoesNotContain(graph.Children(target), child => left.Contains(child.Id));
        Assert.Equal(plan.After, graph.Current(left));
    });

    [Fact]
    public void Undoing_each_step_of_an_upgrade_leads_back_through_the_same_states() => Databases.Sample((graph, applied, target) =>
    {
        var steps = Ids(graph.PlanUpgrade(applied, target).Steps);
        for (var i = steps.Length; i > 0; i--)
        {
            var plan = graph.PlanDowngrade([.. applied, .. steps[..i]], $"{steps[i - 1]}@-1");

            Assert.Equal([steps[i - 1]], Ids(plan.Steps));
            Assert.Equal(graph.Current([.. applied, .. steps[..(i - 1)]]), plan.After);
        }
    }, iter: 30);

    [Fact]
    public void Upgrade_after_a_downgrade_to_base_applies_everything_again() => Graphs.Sample(graph =>
    {
        var down = graph.PlanDowngrade(Ids(graph.Revisions), "base");
        var up = graph.PlanUpgrade([], "heads");

        Assert.Empty(down.After);
        Assert.Equal(Ids(graph.Revisions), Ids(up.Steps));
        Assert.Equal(Ids(up.Steps).Reverse(), Ids(down.Steps));
    });

    [Fact]
    public void Stamp_writes_and_removes_what_leads_to_a_state_that_stands() => Databases.Sample((graph, applied, target) =>
    {
        var plan = graph.PlanStamp(applied, [target]);
        string[] after = [.. applied.Except(plan.Remove), .. Ids(plan.Add)];

        Assert.Empty(Ids(plan.Add).Intersect(applied));
        Assert.Subset(applied.ToHashSet(StringComparer.Ordinal), plan.Remove.ToHashSet(StringComparer.Ordinal));
        Assert.Contains(target, after);
        Assert.Empty(graph.Gaps(after));
        Assert.Equal(plan.After, graph.Current(after));
    });

    [Fact]
    public void Pending_and_applied_are_everything() => Databases.Sample((graph, applied, _) =>
        Assert.Equal(Ids(graph.Revisions).Order(StringComparer.Ordinal), Ids(graph.Pending(applied)).Concat(applied).Order(StringComparer.Ordinal)));
}
