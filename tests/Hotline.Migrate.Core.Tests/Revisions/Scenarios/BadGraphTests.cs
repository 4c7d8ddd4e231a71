using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Revisions;

namespace Hotline.Migrate.Core.Tests.Revisions.Scenarios;

/// <summary>Section H: revisions that make no graph.</summary>
public sealed class BadGraphTests
{
    [Theory(DisplayName = "45 Loops are told apart, with the ids and the files")]
    [InlineData("a<-a", "HM0254: a (a.sql) is its own parent.")]
    [InlineData("a, b<-(a,b)", "HM0254: b (b.sql) is its own parent.")]
    [InlineData("a dep(a)", "HM0255: a (a.sql) depends on itself.")]
    [InlineData("a[L] dep(L)", "HM0255: a (a.sql) depends on itself.")]
    [InlineData("a<-c, b<-a, c<-b", "HM0256: a (a.sql), b (b.sql) and c (c.sql) are each other's ancestors, so none of them can be the first.")]
    [InlineData("i1, i2<-i1, a<-b, b<-a", "HM0256: a (a.sql) and b (b.sql) are each other's ancestors, so none of them can be the first.")]
    [InlineData("a dep(b), b dep(a)", "HM0257: a (a.sql) and b (b.sql) wait for each other because of their dependencies.")]
    [InlineData("a dep(c), b<-a, c<-b", "HM0257: a (a.sql), b (b.sql) and c (c.sql) wait for each other because of their dependencies.")]
    public void Loops(string graph, string problem) => Assert.Equal([problem], Problems(graph).Select(Text));

    [Fact(DisplayName = "45 A cycle tells what each of its migrations says, and what builds on it")]
    public void Cycle_with_a_tail()
    {
        var cycle = Assert.Single(Problems("root, a<-(root,b), b<-a dep(root), c<-b, d dep(c)"));

        Assert.Equal(
            """
            a: parents root, b
            b: parents a; depends on root
            On them build: c (c.sql) and d (d.sql).
            """,
            cycle.Why);
        Assert.Equal("a.sql", cycle.Where?.Path);
    }

    [Fact(DisplayName = "45 Ids that hold each other are no loop")]
    public void Substring_ids() => Assert.Equal(["user", "user_foo"], GraphText.Graph("user, user_foo<-user").Revisions.Select(n => n.Id));

    [Theory(DisplayName = "46 Duplicates and missing revisions are told with their files")]
    [InlineData("a[x], b<-a[x]", "HM0258: Several migrations carry the label x: a (a.sql) and b (b.sql).")]
    [InlineData("a[x x]", "HM0258: The label x stands twice in a (a.sql).")]
    [InlineData("a[b], b<-a", "HM0259: The label b of a (a.sql) is the id of a revision: b.sql.")]
    [InlineData("a[a]", "HM0259: The label a of a (a.sql) is the id of a revision: a.sql.")]
    [InlineData("a, c<-b", "HM0252: c (c.sql) builds on b, and no migration has that id.")]
    [InlineData("a, c<-a dep(zz)", "HM0253: c (c.sql) depends on zz, and no migration has that id or label.")]
    [InlineData("a, b<-(a,a)", "HM0260: b (b.sql) names its parent a more than once.")]
    public void Duplicates_and_missing(string graph, string problem) => Assert.Equal([problem], Problems(graph).Select(Text));

    [Fact(DisplayName = "46 Two files with one revision id are an error that names both")]
    public void Duplicate_revision()
    {
        var problems = Problems([new("a", Path: "m/1_a.sql"), new("b", ["a"], Path: "m/2_b.sql"), new("a", Path: "m/copy/1_a.sql")]);

        Assert.Equal(["HM0251: Several migrations have the revision id a: m/1_a.sql and m/copy/1_a.sql."], problems.Select(Text));
    }

    [Fact(DisplayName = "46 A missing parent is answered with the ids that are near")]
    public void Missing_parent_with_a_near_id()
    {
        var problem = Assert.Single(Problems("2b1f00c4a9d1, b<-2b1f00c4a9dl"));

        Assert.Equal("Or correct the id: 2b1f00c4a9d1?", problem.NextActions[^1]);
        Assert.Equal("b.sql", problem.Where?.Path);
    }

    [Theory(DisplayName = "47 Ids and labels that selectors or files could not hold are refused")]
    [InlineData("a@b", "it holds '@'")]
    [InlineData("a-b", "it holds '-'")]
    [InlineData("a+b", "it holds '+'")]
    [InlineData("a:b", "it holds ':'")]
    [InlineData("a b", "it holds a space")]
    [InlineData("a/b", "it holds '/'")]
    [InlineData("a\tb", "it holds U+0009")]
    [InlineData("größe", "it holds 'ö'")]
    [InlineData("", "it is empty")]
    [InlineData("head", "'head' has a meaning of its own")]
    [InlineData("HEADS", "'heads' has a meaning of its own")]
    [InlineData("base", "'base' has a meaning of its own")]
    [InlineData("current", "'current' has a meaning of its own")]
    [InlineData("a2345678901234567890123456789012345678901234567890123456789012345", "it has 65 characters, and 64 are the most")]
    public void Illegal_names(string name, string why)
    {
        var (id, label) = (Assert.Single(Problems([new(name, Path: "x.sql")])), Assert.Single(Problems([new("a", Labels: [name], Path: "x.sql")])));

        Assert.All([id, label], p => Assert.Equal(DiagnosticCodes.IllegalRevisionName, p.Code));
        Assert.All([id, label], p => Assert.Contains(why, p.Summary, StringComparison.Ordinal));
        Assert.All([id, label], p => Assert.Equal("x.sql", p.Where?.Path));
    }

    [Theory(DisplayName = "47 What may be an id")]
    [InlineData("6c6fcf9133ce")]
    [InlineData("v1.2_final")]
    [InlineData("headline")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void Legal_names(string name) => Assert.Null(RevisionName.Problem(name));

    [Fact(DisplayName = "All problems are told at once")]
    public void All_at_once() => Assert.Equal(
        ["HM0250", "HM0252", "HM0253", "HM0254", "HM0256", "HM0257", "HM0258"],
        Problems("ok[x], o-k[x], lost<-none, wants dep(nothing), self<-self, c1<-c2, c2<-c1, d1 dep(d2), d2 dep(d1)").Select(p => p.Code).Order());

    [Fact(DisplayName = "A bad graph changes nothing and is an error of use")]
    public void Kind_of_failure() =>
        Assert.Equal(FailureKind.Usage, Assert.Throws<DiagnosticException>(() => GraphText.Graph("a<-a")).Kind);

    private static IReadOnlyList<Diagnostic> Problems(string graph) => Problems(GraphText.Nodes(graph));

    private static IReadOnlyList<Diagnostic> Problems(IEnumerable<RevisionNode> nodes) =>
        Assert.Throws<DiagnosticException>(() => RevisionGraph.Build(nodes)).Diagnostics;

    private static string Text(Diagnostic problem) => $"{problem.Code}: {problem.Summary}";
}
