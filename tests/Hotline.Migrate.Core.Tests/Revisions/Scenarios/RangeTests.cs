using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Core.Tests.Revisions.Scenarios;

/// <summary>Section G: ranges, and scripts made from them.</summary>
public sealed class RangeTests
{
    private const string Lines = "a[abc], b<-a, c<-b, d[def], e<-d, f<-e";

    private const string Branches =
        "a, b1<-a[one], cb1<-b1, d1cb1<-cb1, d2cb1<-cb1, b2<-a[two], cb2<-b2, d1cb2<-cb2, d2cb2<-cb2, d3cb2<-cb2, m<-(d1cb2,d2cb2)";

    [Theory(DisplayName = "43 History shows a range, newest first, both ends with it")]
    [InlineData(":", "f e d c b a")]
    [InlineData("base:heads", "f e d c b a")]
    [InlineData("abc@base:heads", "c b a")]
    [InlineData("base:abc@head", "c b a")]
    [InlineData("abc@base:abc@head", "c b a")]
    [InlineData("def@e:", "f e")]
    [InlineData("e:", "f e")]
    [InlineData(":b", "b a")]
    [InlineData("b:b", "b")]
    [InlineData("abc@-2:", "c b a")]
    [InlineData("abc@-1:", "c b")]
    [InlineData("a:+2", "c b a")]
    [InlineData("d+1:+1", "f e")]
    [InlineData("-2:c", "c b a")]
    [InlineData("-1:f", "f e")]
    [InlineData("-5:c", "c b a")]
    [InlineData("base:base", "")]
    public void Range(string range, string ids) => Assert.Equal(GraphText.Names(ids), History(Lines, range));

    [Theory(DisplayName = "43 A range backwards, across branches or malformed is refused with both ends")]
    [InlineData("c:a", "HM0276", "c does not lie behind a")]
    [InlineData("a:f", "HM0276", "a does not lie behind f")]
    [InlineData("abc@b:f", "HM0276", "b does not lie behind f")]
    [InlineData("a:base", "HM0276", "a does not lie behind base")]
    [InlineData("a:+5", "HM0272", "from a there are 2 to the head")]
    [InlineData("a", "HM0265", "'a' is not a range")]
    [InlineData("a:b:c", "HM0265", "'a:b:c' is not a range")]
    [InlineData("a:x", "HM0266", "'x'")]
    public void No_range(string range, string code, string text) => Scenario.ExpectError(() => History(Lines, range), code, text);

    [Fact(DisplayName = "43 Counting back from two heads is refused")]
    public void Range_from_two_heads() => Scenario.ExpectError(() => History(Lines, "-2:"), DiagnosticCodes.AmbiguousWalk, "c (abc) and f (def)");

    [Theory(DisplayName = "43 Ranges around where the database is")]
    [InlineData("current:", "", "f e d c b a")]
    [InlineData("current:", "a b d", "f e d c b")]
    [InlineData(":current", "a b d", "d b a")]
    [InlineData(":current", "", "")]
    [InlineData("b:current", "a b d", "b")]
    [InlineData("-1:current", "a b c", "c b")]
    [InlineData("-1:+1", "a b", "c b a")]
    [InlineData("abc@current:", "a b d", "c b")]
    public void Range_around_the_database(string range, string applied, string ids) =>
        Assert.Equal(GraphText.Names(ids), GraphText.Graph(Lines).History(range, GraphText.Names(applied)).Select(n => n.Id));

    [Theory(DisplayName = "44 A range between several revisions is what lies above one end and below the other, each once")]
    [InlineData("b2:heads", "m d2cb2 d1cb2 d3cb2 cb2 b2")]
    [InlineData("cb2:m", "m d2cb2 d1cb2 cb2")]
    [InlineData("b1:one@heads", "d2cb1 d1cb1 cb1 b1")]
    [InlineData("a:two@heads", "m d2cb2 d1cb2 d3cb2 cb2 b2 a")]
    [InlineData("-1:m", "m d2cb2 d1cb2")]
    public void Range_over_branches(string range, string ids) => Assert.Equal(Sorted(GraphText.Names(ids)), Sorted(History(Branches, range)));

    [Fact(DisplayName = "44 Two lower ends are with the range, and without it what is pending")]
    public void Two_lower_ends()
    {
        var graph = GraphText.Graph(Branches);
        string[] applied = ["a", "b1", "cb1", "b2", "cb2"];

        Assert.Equal(["cb1", "cb2", "d1cb1", "d1cb2", "d2cb1", "d2cb2", "d3cb2", "m"], Sorted(graph.History("current:", applied).Select(n => n.Id)));
        Assert.Equal(["d1cb1", "d1cb2", "d2cb1", "d2cb2", "d3cb2", "m"], Sorted(graph.Pending(applied).Select(n => n.Id)));
    }

    [Theory(DisplayName = "44 Ends that overlap or repeat are one set")]
    [InlineData("(m,d1cb2,m)")]
    [InlineData("(d1cb2,m)")]
    public void Overlapping_ends(string targets) => Scenario.Check(Branches, $"{{cb2}} up {targets}: d1cb2 d2cb2 m => {{m}}");

    [Theory(DisplayName = "50 A script runs forward or back between two revisions, without a database")]
    [InlineData("base:head", "Upgrade a b c d")]
    [InlineData(":c", "Upgrade a b c")]
    [InlineData("b:", "Upgrade c d")]
    [InlineData("b:d", "Upgrade c d")]
    [InlineData("b:+1", "Upgrade c")]
    [InlineData("d:b", "Downgrade d c")]
    [InlineData("head:base", "Downgrade d c b a")]
    [InlineData("head:-2", "Downgrade d c")]
    [InlineData("d:d", "Upgrade ")]
    public void Script(string range, string steps)
    {
        var plan = GraphText.Graph("a, b<-a, c<-b, d<-c").PlanScript(range);

        Assert.Equal(steps, $"{plan.Direction} {string.Join(' ', plan.Steps.Select(n => n.Id))}");
    }

    [Theory(DisplayName = "50 A script between branches is refused")]
    [InlineData("c1:d2", "HM0276", "c1 does not lie behind d2")]
    [InlineData("b:head", "HM0270", "L1@head")]
    public void No_script(string range, string code, string text) =>
        Scenario.ExpectError(() => GraphText.Graph("a, b<-a, c1<-b[L1], d1<-c1, c2<-b[L2], d2<-c2").PlanScript(range), code, text);

    [Fact(DisplayName = "50 A script's ends may be abbreviated")]
    public void Script_with_abbreviated_ends()
    {
        var plan = GraphText.Graph("6c6fcf9133ce, 2b1f00c4a9d1<-6c6fcf9133ce").PlanScript("6c:2b1f");

        Assert.Equal(["2b1f00c4a9d1"], plan.Steps.Select(n => n.Id));
    }

    private static string[] History(string graph, string range) => [.. GraphText.Graph(graph).History(range).Select(n => n.Id)];

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];
}
