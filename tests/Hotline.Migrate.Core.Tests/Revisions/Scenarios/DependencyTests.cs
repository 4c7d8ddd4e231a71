namespace Hotline.Migrate.Core.Tests.Revisions.Scenarios;

/// <summary>Section F: revisions that depend on those of other branches.</summary>
public sealed class DependencyTests
{
    private const string Two = "a1[lib1], b1<-a1, c1<-b1, d1<-c1, e1<-d1, f1<-e1, a2, b2<-a2, c2<-b2 dep(c1)";

    private const string CrissCross = "a1, a2<-a1, a3<-a2 dep(b1), b1, b2<-b1 dep(a2), b3<-b2";

    private const string Repeated = "a1, a2<-a1, a3<-a2, b1, b2<-b1 dep(a3), b3<-b2, b4<-b3 dep(a3)";

    private const string Effective = "y1[y], y2<-y1 dep(x1), x1[x], x2<-x1";

    private const string Siblings = "a, b<-a, c1<-b[L1], d1<-c1, c2<-b[L2], d2<-c2 dep(c1)";

    private const string ThreeMerges =
        "a1, a2, a3, am<-(a1,a2,a3), b1, b2, bm<-(b1,b2), c1, c2, c3, cm<-(c1,c2,c3), d1 dep(a3,b2,c1)";

    private const string ThreeRoots =
        "base1[b_1], a1<-base1, b1a<-a1, b1b<-a1 dep(a3), base2[b_2], a2<-base2, b2<-a2, c2<-b2 dep(a3), d2<-c2, base3[b_3], a3<-base3, b3<-a3, c3<-b3";

    private const string RootOnRoot =
        "base1[b_1], a1<-base1, b1<-a1, base2[b_2] dep(b_1), a2<-base2, b2<-a2, c2<-b2, base3[b_3], a3<-base3, b3<-a3, c3<-b3 dep(b2)";

    [Theory(DisplayName = "32 Upgrade applies dependencies first, and they do not count as where the database is")]
    [InlineData("{a2} up c2: a1 b1 c1 b2 c2 => {c2}")]
    [InlineData("{c2} up d1: d1 => {c2,d1}")]
    [InlineData("{c2} up heads: d1 e1 f1 => {c2,f1}")]
    [InlineData("{} up head !! HM0270 c2 and f1")]
    public void Upgrade(string line)
    {
        Scenario.Check(Two, line.Replace("c2 and f1", "f1 (lib1) and c2", StringComparison.Ordinal));
        Scenario.Check(Two.Replace("c1<-b1", "c1<-b1[here]", StringComparison.Ordinal).Replace("dep(c1)", "dep(here)", StringComparison.Ordinal),
            line.Replace("c2 and f1", "f1 (here) and c2", StringComparison.Ordinal));
    }

    [Theory(DisplayName = "33 Downgrade keeps a dependency that the target has, and takes down what cannot stay")]
    [InlineData("{c2,d1} down c1: d1 => {c2}")]
    [InlineData("{c2} down b2: c2 => {b2,c1}")]
    [InlineData("{c2} down -1: c2 => {b2,c1}")]
    [InlineData("{c2,d1} down b1: c2 d1 c1 => {b1,b2}")]
    [InlineData("{c2} down lib1@-1: c2 c1 => {b1,b2}")]
    [InlineData("{e1,c2} stamp b1 => {b1,b2}")]
    public void Downgrade(string line) => Scenario.Check(Two, line);

    [Theory(DisplayName = "34 Two branches that depend on each other by turns")]
    [InlineData("{} up a3: b1 a1 a2 a3 => {a3}")]
    [InlineData("{} up b2: ~a1 a2 b1 b2 => {b2}")]
    [InlineData("{a3,b2} down b1: b2 => {a3}")]
    [InlineData("{a3,b3} down a1: ~a3 b3 b2 a2 => {a1,b1}")]
    public void Criss_cross(string line) => Scenario.Check(CrissCross, line);

    [Theory(DisplayName = "35 A dependency on the own parent changes nothing")]
    [InlineData("{} up head: a1 a2 => {a2}")]
    [InlineData("{a2} down -1: a2 => {a1}")]
    [InlineData("{a2} down base: a2 a1 => {}")]
    public void Dependency_on_the_parent(string line) => Scenario.Check("a1, a2<-a1 dep(a1)", line);

    [Theory(DisplayName = "36 A dependency that an ancestor has already")]
    [InlineData("{b4} down b3: b4 => {b3}")]
    [InlineData("{b4} down b1: b4 b3 b2 => {a3,b1}")]
    [InlineData("{b4} down a2: b4 b3 b2 a3 => {a2,b1}")]
    public void Repeated_dependency(string line) => Scenario.Check(Repeated, line);

    [Theory(DisplayName = "37 A merge of a revision with its own dependency; rows of both are the ordinary state here and need no repair")]
    [InlineData("{a1} up b1: b1 => {b1}")]
    [InlineData("{b1} up bmerge: bmerge => {bmerge}")]
    [InlineData("{bmerge} down a1: bmerge => {b1}")]
    [InlineData("{bmerge} down b1: bmerge => {b1}")]
    [InlineData("{a1,b1} up head: bmerge => {bmerge}")]
    public void Merge_with_the_dependency(string line) => Scenario.Check("a1, b1 dep(a1), bmerge<-(a1,b1)", line);

    [Theory(DisplayName = "38 A branch whose newest applied revision only counts as a dependency can still be named")]
    [InlineData("{x2,y2} down x@-1: x2 => {y2}")]
    [InlineData("{x1,y2} down x@-1: y2 x1 => {y1}")]
    [InlineData("{y2} down x@-1: y2 x1 => {y1}")]
    [InlineData("{y2} up x@+1: x2 => {x2,y2}")]
    [InlineData("{y2} down y@-1: y2 => {x1,y1}")]
    [InlineData("{y2} down x@base: y2 x1 => {y1}")]
    [InlineData("{y2} down -2: y2 y1 => {x1}")]
    [InlineData("{y2} stamp x@base => {y1}")]
    public void Effective_heads(string line) => Scenario.Check(Effective, line);

    [Fact(DisplayName = "38 A database that has a head only as a dependency is at the heads")]
    public void At_the_heads_by_a_dependency()
    {
        var graph = GraphText.Graph("y1[y], y2<-y1 dep(x1), x1[x]");

        Assert.Equal(["x1", "y2"], graph.Heads.Select(n => n.Id));
        Assert.Equal(["y2"], graph.EffectiveHeads.Select(n => n.Id));
        Assert.True(graph.IsAtHeads(["y1", "x1", "y2"]));
        Assert.Equal(["y2"], graph.Current(["y1", "x1", "y2"]));
        Assert.False(graph.IsAtHeads(["y1", "x1"]));
    }

    [Theory(DisplayName = "39 A dependency between siblings")]
    [InlineData("{d1,d2} down L2@b: d2 c2 => {d1}")]
    [InlineData("{d1,d2} down L1@b: ~d1 d2 c1 => {c2}")]
    [InlineData("{b} up L2@head: c1 c2 d2 => {d2}")]
    public void Between_siblings(string line) => Scenario.Check(Siblings, line);

    [Theory(DisplayName = "40 A revision that depends on a part of three merges")]
    [InlineData("{am,bm,cm,d1} down b2: bm => {am,b1,cm,d1}")]
    [InlineData("{am,b1,cm,d1} down d1@base: d1 => {am,b1,b2,cm}")]
    [InlineData("{am,b1,b2,cm} down base: ~am a1 a2 a3 b1 b2 cm c1 c2 c3 => {}")]
    public void On_parts_of_merges(string line) => Scenario.Check(ThreeMerges, line);

    [Theory(DisplayName = "41 Three trees that depend on the third")]
    [InlineData("{} up b_2@head: ~base3 a3 base2 a2 b2 c2 d2 => {d2}")]
    [InlineData("{b1a,b1b,d2,c3} down b_2@base: d2 c2 b2 a2 base2 => {b1a,b1b,c3}")]
    [InlineData("{b1a,b1b,d2,c3} down b_3@base: ~d2 c2 b1b c3 b3 a3 base3 => {b1a,b2}")]
    public void On_the_third_tree(string line) => Scenario.Check(ThreeRoots, line);

    [Fact(DisplayName = "41 A dependency makes no range")]
    public void Range_over_a_dependency() =>
        Scenario.ExpectError(() => GraphText.Graph(ThreeRoots).History("a3:d2"), "HM0276", "a3 does not lie behind d2");

    [Theory(DisplayName = "42 A root that depends on another root by its label")]
    [InlineData("{} up b_3@head: ~base1 base2 a2 b2 base3 a3 b3 c3 => {c3}")]
    [InlineData("{b1,c2,c3} down a2: ~c3 c2 b2 => {b1,a2,b3}")]
    public void Root_on_root(string line) => Scenario.Check(RootOnRoot, line);

    [Fact(DisplayName = "42 A range from the base of a branch stays in it")]
    public void Range_in_a_branch() =>
        Assert.Equal(["b1", "a1", "base1"], GraphText.Graph(RootOnRoot).History("b_1@base:heads").Select(n => n.Id));
}
