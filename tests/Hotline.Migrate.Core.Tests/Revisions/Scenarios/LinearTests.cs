namespace Hotline.Migrate.Core.Tests.Revisions.Scenarios;

/// <summary>Section A: one line of revisions.</summary>
public sealed class LinearTests
{
    private const string Graph = "a, b<-a, c<-b, d<-c, e<-d";

    [Theory(DisplayName = "1 Upgrade applies what is missing up to the target")]
    [InlineData("{} up head: a b c d e => {e}")]
    [InlineData("{c} up e: d e => {e}")]
    [InlineData("{e} up head:  => {e}")]
    [InlineData("{e} up heads:  => {e}")]
    public void Upgrade(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "2 Upgrade counts forward and back from where it is, from a revision, the head and base")]
    [InlineData("{a} up +2: b c => {c}")]
    [InlineData("{} up +1: a => {a}")]
    [InlineData("{a} up current+2: b c => {c}")]
    [InlineData("{a} up b+2: b c d => {d}")]
    [InlineData("{a} up d-2: b => {b}")]
    [InlineData("{a} up head-1: b c d => {d}")]
    [InlineData("{a} up base+2: b => {b}")]
    public void Upgrade_relative(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "3 Upgrade refuses to go back or too far, and says when there is nothing to do")]
    [InlineData("{b} up -2 !! HM0274 downgrade -2")]
    [InlineData("{b} up +0 !! HM0274 +1")]
    [InlineData("{b} up +5 !! HM0272 from b there are 3 to the head")]
    [InlineData("{e} up +1 !! HM0272 e is the head")]
    [InlineData("{e} up head+1 !! HM0272 e is the head")]
    [InlineData("{e} up a:  => {e} (HM0280)")]
    [InlineData("{c} up b:  => {c} (HM0280)")]
    [InlineData("{c} up base+2:  => {c} (HM0280)")]
    [InlineData("{c} up base:  => {c} (HM0280)")]
    public void Upgrade_that_does_not_go_forward(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "4 Downgrade undoes what is above the target, newest first")]
    [InlineData("{e} down c: e d => {c}")]
    [InlineData("{c} down base: c b a => {}")]
    [InlineData("{c} down -1: c => {b}")]
    [InlineData("{e} down -3: e d c => {b}")]
    [InlineData("{e} down current-3: e d c => {b}")]
    [InlineData("{d} down a+2: d => {c}")]
    [InlineData("{d} down c-2: d c b => {a}")]
    [InlineData("{d} down c-3: d c b a => {}")]
    [InlineData("{e} down head-2: e d => {c}")]
    [InlineData("{e} down -5: e d c b a => {}")]
    public void Downgrade(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "5 Downgrade refuses to go too far, forward, or to what is not applied")]
    [InlineData("{b} down -5 !! HM0272 from b there are 2 to base")]
    [InlineData("{b} down +2 !! HM0274 upgrade +2")]
    [InlineData("{b} down -0 !! HM0274 -1")]
    [InlineData("{} down -1 !! HM0272 nothing is before base")]
    [InlineData("{b} down base-1 !! HM0272 nothing is before base")]
    [InlineData("{} down b !! HM0273 'b'")]
    [InlineData("{b} down c !! HM0273 It is at b.")]
    public void Downgrade_that_does_not_go_back(string line) => Scenario.Check(Graph, line);

    [Fact(DisplayName = "5 A refused downgrade echoes the part of the id that was typed")]
    public void Downgrade_echoes_what_was_typed() =>
        Scenario.Check("6c6fcf9133ce, 2b1f00c4a9d1<-6c6fcf9133ce", "{6c6fcf9133ce} down 2b1f !! HM0273 back to '2b1f': 2b1f00c4a9d1 (2b1f00c4a9d1.sql) is not applied");

    [Theory(DisplayName = "6 Downgrade to where the database is does nothing and says so")]
    [InlineData("{} down base:  => {} (HM0280)")]
    [InlineData("{a} down a:  => {a} (HM0280)")]
    [InlineData("{e} down e:  => {e} (HM0280)")]
    [InlineData("{e} down head:  => {e} (HM0280)")]
    public void Downgrade_to_where_it_is(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "7 Stamp moves the line to the target, forward or back")]
    [InlineData("{d} stamp base => {}")]
    [InlineData("{d} stamp b => {b}")]
    [InlineData("{b} stamp d => {d}")]
    [InlineData("{} stamp head => {e}")]
    [InlineData("{d} stamp d => {d}")]
    [InlineData("{b} stamp +1 => {c}")]
    [InlineData("{b} stamp -1 => {a}")]
    public void Stamp(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "8 Without a migration there is nothing to do, and that is no error")]
    [InlineData("{} up head:  => {}")]
    [InlineData("{} up heads:  => {}")]
    [InlineData("{} down base:  => {} (HM0280)")]
    [InlineData("{} stamp head => {}")]
    public void Empty(string line) => Scenario.Check("", line);
}
