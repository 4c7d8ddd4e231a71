namespace Hotline.Migrate.Core.Tests.Revisions.Scenarios;

/// <summary>Section D: trees without a common root.</summary>
public sealed class ForestTests
{
    private const string Graph = "a1[A], b1<-a1, a2[B], b2<-a2";

    [Theory(DisplayName = "26 Each tree is upgraded for itself")]
    [InlineData("{} up heads: a1 b1 a2 b2 => {b1,b2}")]
    [InlineData("{} up head !! HM0270 b1 (A) and b2 (B)")]
    [InlineData("{} up A@head: a1 b1 => {b1}")]
    [InlineData("{} up A@+1: a1 => {a1}")]
    [InlineData("{b1} up B@+1: a2 => {a2,b1}")]
    [InlineData("{} up +1 !! HM0271 from base there are several ways to go on: a1 (A) and a2 (B)")]
    [InlineData("{} up +1 !! HM0271 dotnet hotline-migrate upgrade A@+1")]
    [InlineData("{b1} up +1 !! HM0272 b1 is the head")]
    [InlineData("{a1,a2} up +1 !! HM0271 A@+1")]
    public void Upgrade(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "27 Each tree is downgraded and stamped for itself")]
    [InlineData("{b1,b2} down A@base: b1 a1 => {b2}")]
    [InlineData("{b1,b2} down A@-1: b1 => {a1,b2}")]
    [InlineData("{b1,b2} down a1: b1 => {a1,b2}")]
    [InlineData("{b1,b2} down b1-2: b1 a1 => {b2}")]
    [InlineData("{b1,b2} down base: b2 a2 b1 a1 => {}")]
    [InlineData("{b1,b2} stamp B@base => {b1}")]
    [InlineData("{b1} stamp a2 => {a2,b1}")]
    [InlineData("{} stamp heads => {b1,b2}")]
    public void Downgrade_and_stamp(string line) => Scenario.Check(Graph, line);
}
