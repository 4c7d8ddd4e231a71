using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Revisions;

namespace Hotline.Migrate.Core.Tests.Revisions.Scenarios;

/// <summary>Scenarios 8, 49 and 52: what a new revision builds on.</summary>
public sealed class NewRevisionTests
{
    private const string Branches = "a, b<-a, c1<-b[L1], c2<-b[L2]";

    [Theory(DisplayName = "A new revision builds on the head, or on what is named")]
    [InlineData("", "", "")]
    [InlineData("a, b<-a", "", "b")]
    [InlineData("a, b<-a", "head", "b")]
    [InlineData(Branches, "L1@head", "c1")]
    [InlineData(Branches, "c2", "c2")]
    [InlineData(Branches, "c1 c2", "c1 c2")]
    public void Parents_of_a_new_revision(string graph, string head, string parents) => Assert.Equal(GraphText.Names(parents), Parents(graph, head));

    [Fact(DisplayName = "8 A new root is made with --head base, and the old heads stay")]
    public void New_root()
    {
        var graph = GraphText.Graph("a, b<-a");

        Assert.Empty(graph.ParentsOfNew(["base"]));
        Assert.Equal(["b", "z"], Ids(graph.With(new RevisionNode("z")).Heads).Order(StringComparer.Ordinal));
    }

    [Fact(DisplayName = "49 A new revision on two heads must be told which")]
    public void New_revision_on_two_heads() =>
        Scenario.ExpectError(() => Parents(Branches, ""), DiagnosticCodes.SeveralHeads, "create --head L1@head", "merge heads");

    [Fact(DisplayName = "49 A new revision on a stale parent needs --splice")]
    public void Stale_parent()
    {
        Scenario.ExpectError(() => Parents(Branches, "b"), DiagnosticCodes.NotAHead, "b (b.sql) is no head: it is the parent of c1 (c1.sql) and c2 (c2.sql).", "--splice");
        Assert.Equal(["b"], Ids(GraphText.Graph(Branches).ParentsOfNew(["b"], splice: true)));
    }

    [Theory(DisplayName = "49 A merge takes all heads, or those that are named")]
    [InlineData("", "c1 c2")]
    [InlineData("heads", "c1 c2")]
    [InlineData("L1 L2@head", "c1 c2")]
    public void Parents_of_a_merge(string selectors, string parents) =>
        Assert.Equal(GraphText.Names(parents), Ids(GraphText.Graph(Branches).ParentsOfMerge(GraphText.Names(selectors))));

    [Theory(DisplayName = "49 A merge that merges nothing is refused")]
    [InlineData("a", "", "HM0279", "nothing to merge with a (a.sql)")]
    [InlineData("", "", "HM0279", "no revision to merge")]
    [InlineData(Branches, "c1 c1", "HM0279", "nothing to merge with c1 (c1.sql)")]
    [InlineData(Branches, "c1 c2 c1", "HM0279", "named twice")]
    [InlineData(Branches, "c1 b", "HM0279", "b (b.sql) is in another one")]
    [InlineData("a, b1<-a, c1<-b1, b2<-a", "b1 b2", "HM0278", "b1 (b1.sql) is no head")]
    public void No_merge(string graph, string selectors, string code, string text) =>
        Scenario.ExpectError(() => GraphText.Graph(graph).ParentsOfMerge(GraphText.Names(selectors)), code, text);

    [Fact(DisplayName = "49 A merge of revisions that are no heads needs --splice")]
    public void Merge_with_splice() =>
        Assert.Equal(["b1", "b2"], Ids(GraphText.Graph("a, b1<-a, c1<-b1, b2<-a").ParentsOfMerge(["b1", "b2"], splice: true)));

    [Theory(DisplayName = "52 Adding a file to a graph moves its heads")]
    [InlineData("a, b<-a", "c<-b", "c")]
    [InlineData("a, b<-a", "c<-a", "b c")]
    [InlineData(Branches, "d<-c1", "c2 d")]
    [InlineData(Branches, "m<-(c1,c2)", "m")]
    public void Adding_a_file(string graph, string file, string heads) =>
        Assert.Equal(GraphText.Names(heads), Ids(GraphText.Graph(graph).With(GraphText.Nodes(file)).Heads).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Parents(string graph, string head) =>
        Ids(GraphText.Graph(graph).ParentsOfNew(GraphText.Names(head)));

    private static IEnumerable<string> Ids(IEnumerable<RevisionNode> nodes) => nodes.Select(n => n.Id);
}
