namespace Hotline.Migrate.Core.Tests.Revisions.Scenarios;

/// <summary>Section E: branches that leave from the parents of a merge.</summary>
public sealed class MergeBranchTests
{
    private const string Leaving = "a1, b1<-a1, c1<-b1, a2, b2<-a2, c2<-b2, d1<-(c1,c2), d2<-c2";

    private const string ThreeWay =
        "a1, b1<-a1, c1<-b1, a2, b2<-a2, c2<-b2, a3, b3<-a3, c3<-b3, d1<-(c1,c2,c3), d2<-c2, d3<-c3";

    private const string Twins = "a, b1<-a, b2<-a, b3<-a, c1<-(b1,b2,b3), c2<-(b1,b2,b3), d1<-c1, d2<-c2";

    private const string Crossed = "a, b1<-a, b2<-a, b3<-a, c1<-(b1,b2), c2<-(b2,b3), d1<-c1, d2<-c2";

    [Theory(DisplayName = "28 A branch that leaves beside a merge")]
    [InlineData("{d2,b1} up d1: c1 d1 => {d1,d2}")]
    [InlineData("{d2,d1} down b1: d1 c1 => {b1,d2}")]
    [InlineData("{d1,d2} down c2: ~d1 d2 => {c1,c2}")]
    public void Beside_a_merge(string line) => Scenario.Check(Leaving, line);

    [Theory(DisplayName = "29 Two branches that leave beside a merge of three")]
    [InlineData("{d3,d2,b1} up d1: c1 d1 => {d1,d2,d3}")]
    [InlineData("{d3,b2,b1} up d1: c1 c2 d1 => {d1,d3}")]
    [InlineData("{d1,d3} up d2: d2 => {d1,d2,d3}")]
    [InlineData("{d3,d2,d1} down b1: d1 c1 => {b1,d2,d3}")]
    public void Beside_a_merge_of_three(string line) => Scenario.Check(ThreeWay, line);

    [Theory(DisplayName = "30 Two merges of the same three")]
    [InlineData("{a} up heads: b1 b2 b3 c1 d1 c2 d2 => {d1,d2}")]
    [InlineData("{d1,d2} down b2: ~d1 c1 d2 c2 => {b1,b2,b3}")]
    [InlineData("{c1,d2} down c1@b1: c1 => {d2}")]
    public void Twin_merges(string line) => Scenario.Check(Twins, line);

    [Fact(DisplayName = "30 Where the database is after each step: our order takes one merge and its branch, then the other")]
    public void Twin_merges_step_by_step() =>
        Assert.Equal("b1 | b1 b2 | b1 b2 b3 | c1 | d1 | d1 c2 | d1 d2", StepByStep(Twins));

    [Theory(DisplayName = "31 Crossed merges")]
    [InlineData("{a} up heads: b1 b2 c1 d1 b3 c2 d2 => {d1,d2}")]
    [InlineData("{d1,d2} down b3: d2 c2 => {b3,d1}")]
    public void Crossed_merges(string line) => Scenario.Check(Crossed, line);

    [Fact(DisplayName = "31 Where the database is after each step of crossed merges")]
    public void Crossed_merges_step_by_step() =>
        Assert.Equal("b1 | b1 b2 | c1 | d1 | d1 b3 | d1 c2 | d1 d2", StepByStep(Crossed));

    private static string StepByStep(string text)
    {
        var graph = GraphText.Graph(text);
        var steps = graph.PlanUpgrade(["a"], "heads").Steps.Select(n => n.Id).ToArray();
        return string.Join(" | ", Enumerable.Range(1, steps.Length).Select(n => string.Join(' ', graph.Current(["a", .. steps[..n]]))));
    }
}
