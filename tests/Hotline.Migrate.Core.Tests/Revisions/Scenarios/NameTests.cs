using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Core.Tests.Revisions.Scenarios;

/// <summary>Scenario 20 and §1.1: how revisions are named.</summary>
public sealed class NameTests
{
    private const string Graph = "root, some_a1<-root[left], some_a2<-some_a1, some_b1<-root[right], some_b2<-some_b1, 77ab0c10<-some_b2";

    [Theory(DisplayName = "20 A prefix of several revisions is refused with all of them")]
    [InlineData("some", "some_a1, some_a2, some_b1 and some_b2")]
    [InlineData("some_a", "some_a1 and some_a2")]
    [InlineData("r", "right (label of some_b1) and root")]
    public void Ambiguous_prefix(string selector, string candidates) =>
        Scenario.ExpectError(() => GraphText.Graph(Graph).Resolve(selector), DiagnosticCodes.AmbiguousPrefix, candidates, "Type more of the name.");

    [Theory(DisplayName = "20 Any unique beginning of an id or a label names the revision, and an exact name always wins")]
    [InlineData("7", "77ab0c10")]
    [InlineData("77ab", "77ab0c10")]
    [InlineData("lef", "some_a1")]
    [InlineData("left", "some_a1")]
    [InlineData("some_a2", "some_a2")]
    public void Unique_prefix(string selector, string id) => Assert.Equal([id], Resolve(Graph, selector));

    [Fact(DisplayName = "An id that is the beginning of another one is not ambiguous")]
    public void Exact_name_wins() => Assert.Equal(["user"], Resolve("user, user_foo<-user", "user"));

    [Theory(DisplayName = "20 Behind a label a name is looked up in that branch alone")]
    [InlineData("left@some_a2", "some_a2")]
    [InlineData("right@some_b2", "some_b2")]
    [InlineData("right@7", "77ab0c10")]
    [InlineData("left@r", "root")]
    [InlineData("left@left", "some_a1")]
    [InlineData("rig@head", "77ab0c10")]
    [InlineData("some_b1@head", "77ab0c10")]
    [InlineData("some_a2@left", "some_a1")]
    public void Inside_a_branch(string selector, string id) => Assert.Equal([id], Resolve(Graph, selector));

    [Fact(DisplayName = "20 A beginning that is ambiguous in the graph may be unique in a branch")]
    public void Prefix_inside_a_branch() =>
        Assert.Equal(["some1"], Resolve("root, some1<-root[left], some2<-root[right]", "left@some"));

    [Theory(DisplayName = "20 A revision of another branch is not a member")]
    [InlineData("left@some_b1", "some_b1 in 'left@some_b1' is not in the branch left")]
    [InlineData("left@77", "77ab0c10 in 'left@77' is not in the branch left")]
    public void Foreign_revision(string selector, string text) =>
        Scenario.ExpectError(() => GraphText.Graph(Graph).Resolve(selector), DiagnosticCodes.NotInBranch, text);

    [Theory(DisplayName = "An unknown name is answered with the near ones")]
    [InlineData("some_a3", "HM0266", "Did you mean some_a1 or some_a2 or some_b1?")]
    [InlineData("77ba", "HM0266", "Did you mean 77ab0c10?")]
    [InlineData("lfet", "HM0266", "Did you mean left?")]
    [InlineData("nothing_like_it", "HM0266", "dotnet hotline-migrate history")]
    [InlineData("rihgt@head", "HM0268", "Did you mean right?")]
    [InlineData("elsewhere@head", "HM0268", "The labels are left and right.")]
    public void Unknown_name(string selector, string code, string text) =>
        Scenario.ExpectError(() => GraphText.Graph(Graph).Resolve(selector), code, text);

    [Theory(DisplayName = "What is no selector is refused")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("@head")]
    [InlineData("left@")]
    [InlineData("a@b@c")]
    [InlineData("+")]
    [InlineData("a+x")]
    [InlineData("a+1+2")]
    [InlineData("a+99999999999")]
    [InlineData("a:b")]
    [InlineData("two words")]
    public void No_selector(string selector) =>
        Scenario.ExpectError(() => GraphText.Graph(Graph).Resolve(selector), DiagnosticCodes.SelectorSyntax, $"'{selector}'");

    [Theory(DisplayName = "Selectors without a database")]
    [InlineData("base", "")]
    [InlineData("heads", "some_a2 77ab0c10")]
    [InlineData("left@head", "some_a2")]
    [InlineData("left@heads", "some_a2")]
    [InlineData("left@base", "")]
    [InlineData("root@heads", "some_a2 77ab0c10")]
    [InlineData("root+0", "root")]
    [InlineData("+1", "root")]
    [InlineData("left@+2", "some_a1")]
    [InlineData("left@-1", "some_a1")]
    [InlineData("left@root+1", "some_a1")]
    [InlineData("right@77-2", "some_b1")]
    [InlineData("right@head-2", "some_b1")]
    [InlineData("77ab0c10-4", "")]
    [InlineData("right@base+3", "some_b2")]
    public void Without_a_database(string selector, string ids) => Assert.Equal(GraphText.Names(ids), Resolve(Graph, selector));

    [Theory(DisplayName = "'current' is where the database is")]
    [InlineData("current", "some_a1 some_b2")]
    [InlineData("right@current", "some_b2")]
    [InlineData("right@current+1", "77ab0c10")]
    [InlineData("right@current-1", "some_b1")]
    public void Current(string selector, string ids)
    {
        var graph = GraphText.Graph(Graph);
        Assert.Equal(GraphText.Names(ids), graph.Resolve(selector, ["root", "some_a1", "some_b1", "some_b2"]).Select(n => n.Id));
    }

    [Fact(DisplayName = "20 Two roots cannot share a label")]
    public void Label_on_two_roots() =>
        Scenario.ExpectError(() => GraphText.Graph("a[x], b[x]"), DiagnosticCodes.DuplicateLabel, "a (a.sql) and b (b.sql)");

    [Theory(DisplayName = "A label applies to what builds on it, and back to the last branchpoint or mergepoint before it")]
    [InlineData("a, b<-a, c<-b[x], d<-c", "a b c d")]
    [InlineData("a, b<-a, c1<-b, d1<-c1[x], e1<-d1, c2<-b", "c1 d1 e1")]
    [InlineData("a1, a2, m<-(a1,a2), n<-m[x], o<-n", "n o")]
    [InlineData("a1, a2, m<-(a1,a2)[x], n<-m", "m n")]
    [InlineData("a, b1<-a[x], b2<-a, m<-(b1,b2)", "b1 m")]
    public void Reach_of_a_label(string graph, string labelled) =>
        Assert.Equal(GraphText.Names(labelled), GraphText.Graph(graph).Labels().Where(l => l.Value is ["x"]).Select(l => l.Key).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Resolve(string graph, string selector) => GraphText.Graph(graph).Resolve(selector).Select(n => n.Id);
}
