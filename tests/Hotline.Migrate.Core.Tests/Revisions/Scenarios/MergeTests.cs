namespace Hotline.Migrate.Core.Tests.Revisions.Scenarios;

/// <summary>Section C: branches that were merged.</summary>
public sealed class MergeTests
{
    private const string Graph = "a, b<-a, c1<-b, d1<-c1, c2<-b[L2], d2<-c2, e<-(d1,d2), f<-e";

    private const string Diamond = "a, b1<-a, b2<-a, c<-(b1,b2), d<-c";

    [Theory(DisplayName = "21 Upgrade over a merge applies both branches first")]
    [InlineData("{b} up f: c1 d1 c2 d2 e f => {f}")]
    [InlineData("{d1} up head: c2 d2 e f => {f}")]
    [InlineData("{d1,c2} up e: d2 e => {e}")]
    [InlineData("{d2} up L2@+1: c1 d1 e => {e}")]
    [InlineData("{d1,d2} up +1: e => {e}")]
    [InlineData("{f} up L2@head:  => {f}")]
    public void Upgrade(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "22 Downgrade over a merge")]
    [InlineData("{f} down b: f e d2 c2 d1 c1 => {b}")]
    [InlineData("{f} down e: f => {e}")]
    [InlineData("{e} down d1: e => {d1,d2}")]
    [InlineData("{e} down d2: e => {d1,d2}")]
    [InlineData("{e} down c1: e d1 => {c1,d2}")]
    [InlineData("{e} down L2@b: e d2 c2 => {d1}")]
    public void Downgrade(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "23 Counting back over a merge takes it back and leaves the branches unmerged")]
    [InlineData("{e} down -1: e => {d1,d2}")]
    [InlineData("{f} down -2: f e => {d1,d2}")]
    [InlineData("{e} down d1@-1: e => {d1,d2}")]
    [InlineData("{e} down L2@-1: e => {d1,d2}")]
    [InlineData("{f} down -1: f => {e}")]
    [InlineData("{f} down head-2: f e => {d1,d2}")]
    [InlineData("{e} down -2 !! HM0271 e is a merge")]
    [InlineData("{e} down L2@-2: e d2 => {d1,c2}")]
    public void Counting_back(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "24 Stamp over a merge")]
    [InlineData("{e} stamp c2 => {c2}")]
    [InlineData("{e} stamp a => {a}")]
    [InlineData("{c2} stamp e => {e}")]
    [InlineData("{d1,c2} stamp e => {e}")]
    [InlineData("{b} stamp e => {e}")]
    [InlineData("{d1,c2} stamp L2@head => {f}")]
    [InlineData("{e} stamp (d1,d2) => {d1,d2}")]
    [InlineData("{e} stamp -1 => {d1,d2}")]
    public void Stamp(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "25 A diamond")]
    [InlineData("{} up head: a b1 b2 c d => {d}")]
    [InlineData("{d} down a: ~d c b1 b2 => {a}")]
    [InlineData("{b1} up head: b2 c d => {d}")]
    [InlineData("{c} down b1: c => {b1,b2}")]
    [InlineData("{d} down b1@a: d c b1 => {b2}")]
    public void Of_a_diamond(string line) => Scenario.Check(Diamond, line);
}
