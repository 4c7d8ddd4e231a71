using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Revisions;

namespace Hotline.Migrate.Core.Tests.Revisions.Scenarios;

/// <summary>Scenario 48: histories that do not fit the files.</summary>
public sealed class DatabaseStateTests
{
    private static readonly RevisionGraph Graph = GraphText.Graph("a, b<-a, c<-b");

    [Theory(DisplayName = "48 Rows of ancestor and descendant, in any order and even twice, are the ordinary state")]
    [InlineData("a b")]
    [InlineData("b a")]
    [InlineData("a b b a")]
    public void Ancestor_and_descendant(string applied)
    {
        Assert.Equal(["b"], Graph.Current(GraphText.Names(applied)));
        Assert.Equal(["c"], Ids(Graph.PlanUpgrade(GraphText.Names(applied)).Steps));
        Assert.Equal(["b"], Ids(Graph.PlanDowngrade(GraphText.Names(applied), "-1").Steps));
    }

    [Fact(DisplayName = "48 Revisions that the folder lacks are listed, and repair is offered")]
    public void Unknown_revisions()
    {
        string[] applied = ["a", "y", "x"];

        Assert.Equal(["x", "y"], Graph.Unknown(applied));
        Assert.Equal(["a", "x", "y"], Graph.Current(applied));
        Assert.Equal(["b", "c"], Ids(Graph.Pending(applied)));
        string[] expected = ["has 2 revisions that the migrations folder lacks: x and y", "dotnet hotline-migrate repair"];
        Scenario.ExpectError(() => Graph.PlanUpgrade(applied), DiagnosticCodes.UnknownApplied, expected);
        Scenario.ExpectError(() => Graph.PlanDowngrade(applied, "base"), DiagnosticCodes.UnknownApplied, expected);
        Scenario.ExpectError(() => Graph.PlanStamp(applied, ["b"]), DiagnosticCodes.UnknownApplied, expected);
    }

    [Fact(DisplayName = "48 A stamp with purge clears what the folder lacks")]
    public void Purge()
    {
        var plan = Graph.PlanStamp(["a", "b", "y", "x"], ["a"], purge: true);

        Assert.Empty(plan.Add);
        Assert.Equal(["b", "x", "y"], plan.Remove);
        Assert.Equal(["b", "x", "y"], plan.Before);
        Assert.Equal(["a"], plan.After);
    }

    [Fact(DisplayName = "A stamp with purge clears other branches, too")]
    public void Purge_of_branches()
    {
        var plan = GraphText.Graph("a, b1<-a, b2<-a").PlanStamp(["a", "b1"], ["b2"], purge: true);

        Assert.Equal(["b2"], Ids(plan.Add));
        Assert.Equal(["b1"], plan.Remove);
    }

    [Fact(DisplayName = "A revision that only the history knows can be undone")]
    public void Downgrade_of_a_newer_build()
    {
        var graph = Graph.With(new RevisionNode("newer", ["c"]));
        var plan = graph.PlanDowngrade(["a", "b", "c", "newer"], "b");

        Assert.Equal(["newer", "c"], Ids(plan.Steps));
        Assert.Null(plan.Steps[0].Path);
    }

    [Fact(DisplayName = "A file that comes in under an applied revision is a gap, and the next upgrade fills it")]
    public void Gap()
    {
        string[] applied = ["a", "c"];

        Assert.Equal(["b"], Ids(Graph.Gaps(applied)));
        Assert.Equal(["c"], Graph.Current(applied));
        Assert.Equal(["b"], Ids(Graph.PlanUpgrade(applied).Steps));
        Assert.Equal(["c"], Ids(Graph.PlanDowngrade(applied, "a").Steps));
    }

    [Fact(DisplayName = "A missing middle file is told with the file that builds on it")]
    public void Missing_middle_file()
    {
        var error = Assert.Throws<DiagnosticException>(() => GraphText.Graph("a, c<-b, d<-c"));

        Assert.Equal("c (c.sql) builds on b, and no migration has that id.", Assert.Single(error.Diagnostics).Summary);
    }

    private static IEnumerable<string> Ids(IEnumerable<RevisionNode> nodes) => nodes.Select(n => n.Id);
}
