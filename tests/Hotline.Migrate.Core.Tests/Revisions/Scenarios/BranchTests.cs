namespace Hotline.Migrate.Core.Tests.Revisions.Scenarios;

/// <summary>Section B: two branches on one trunk.</summary>
public sealed class BranchTests
{
    private const string Graph = "a, b<-a, c1<-b[L1], d1<-c1, c2<-b[L2], d2<-c2";

    [Theory(DisplayName = "9 'head' with two heads is refused and told how to name each; 'heads' is both")]
    [InlineData("{} up head !! HM0270 dotnet hotline-migrate upgrade L1@head")]
    [InlineData("{} up head !! HM0270 d1 (L1) and d2 (L2)")]
    [InlineData("{} up head !! HM0270 dotnet hotline-migrate upgrade heads")]
    [InlineData("{} up heads: a b c1 d1 c2 d2 => {d1,d2}")]
    [InlineData("{a} up (d1,d2): b c1 d1 c2 d2 => {d1,d2}")]
    [InlineData("{a} up b@head !! HM0270 in the branch b")]
    [InlineData("{a} up b@heads: b c1 d1 c2 d2 => {d1,d2}")]
    public void Several_heads(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "10 One branch is upgraded, then the other")]
    [InlineData("{b} up d1: c1 d1 => {d1}")]
    [InlineData("{d1} up heads: c2 d2 => {d1,d2}")]
    [InlineData("{d1} up L2@head: c2 d2 => {d1,d2}")]
    [InlineData("{d1} up L1@head:  => {d1}")]
    public void One_branch(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "11 Counting stays in the named branch and begins at what is applied of it")]
    [InlineData("{b} up L2@head-1: c2 => {c2}")]
    [InlineData("{c1} up L2@+1: c2 => {c1,c2}")]
    [InlineData("{c1,c2} up L2@+1: d2 => {c1,d2}")]
    [InlineData("{a} up L1@+2: b c1 => {c1}")]
    [InlineData("{a} up L1@b+1: b c1 => {c1}")]
    [InlineData("{} up L2@base+3: a b c2 => {c2}")]
    public void Counting_in_a_branch(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "12 Counting forward is refused where it forks, and counts where only one way leads on")]
    [InlineData("{c1,c2} up +1 !! HM0271 it can count from c1 (L1) and c2 (L2)")]
    [InlineData("{b} up +1 !! HM0271 from b there are several ways to go on: c1 (L1) and c2 (L2)")]
    [InlineData("{b} up +1 !! HM0271 dotnet hotline-migrate upgrade L2@+1")]
    [InlineData("{b} up b+1 !! HM0271 dotnet hotline-migrate upgrade L2@b+1")]
    [InlineData("{c1} up +1: d1 => {d1}")]
    [InlineData("{} up +1: a => {a}")]
    [InlineData("{} up base+1: a => {a}")]
    public void Counting_forward(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "13 Downgrade to the trunk drops both branches")]
    [InlineData("{d1,d2} down a: ~d1 c1 d2 c2 b => {a}")]
    [InlineData("{d1,d2} down b: d2 c2 d1 c1 => {b}")]
    [InlineData("{d1,d2} down base+2: d2 c2 d1 c1 => {b}")]
    public void Downgrade_to_the_trunk(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "14 Downgrade counted from base in a branch touches that branch alone")]
    [InlineData("{d2,d1} down L2@base+2: d2 c2 => {d1}")]
    [InlineData("{d2,d1} down L2@base+3: d2 => {c2,d1}")]
    [InlineData("{d2,d1} down c2: d2 => {c2,d1}")]
    public void Downgrade_counted_from_base(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "15 A branch is named by its label or by any of its revisions")]
    [InlineData("{c1,d2} down L1@b: c1 => {d2}")]
    [InlineData("{c1,d2} down L2@b: d2 c2 => {c1}")]
    [InlineData("{d1,d2} down c2@b: d2 c2 => {d1}")]
    [InlineData("{d1,d2} down d1@b: d1 c1 => {d2}")]
    [InlineData("{c1,c2} down d1@b: c1 => {c2}")]
    public void Branch_by_label_or_member(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "16 Counting back in a branch undoes its newest revisions, whatever the order of the rows")]
    [InlineData("{d1,d2} down L1@-1: d1 => {c1,d2}")]
    [InlineData("{d1,d2} down L1@head-1: d1 => {c1,d2}")]
    [InlineData("{d2,c1} down d2-1: d2 => {c1,c2}")]
    [InlineData("{c1,d2} down d2-1: d2 => {c1,c2}")]
    public void Counting_back_in_a_branch(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "17 Counting back from two branches at once is refused with their labels")]
    [InlineData("{d1,d2} down -1 !! HM0271 d1 (L1) and d2 (L2)")]
    [InlineData("{d1,d2} down -1 !! HM0271 dotnet hotline-migrate downgrade L1@-1")]
    public void Counting_back_from_two(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "18 Downgrade to what is at the tip does nothing; to another branch it is refused")]
    [InlineData("{d1,c2} down c2:  => {d1,c2} (HM0280)")]
    [InlineData("{d1,c2} down d1:  => {d1,c2} (HM0280)")]
    [InlineData("{d1} down c2 !! HM0273 c2 (c2.sql) is not applied")]
    [InlineData("{d1,d2} down L1@base: ~d1 c1 d2 c2 b a => {}")]
    [InlineData("{d1} down L2@base !! HM0277 dotnet hotline-migrate downgrade base")]
    [InlineData("{d1} down L2@-1 !! HM0277 Nothing of the branch L2 is applied")]
    public void Downgrade_beside_the_branch(string line) => Scenario.Check(Graph, line);

    [Theory(DisplayName = "19 Stamp moves the lines that the target is in and leaves the others")]
    [InlineData("{d1,c2} stamp b => {b}")]
    [InlineData("{d1,c2} stamp L1@base => {c2}")]
    [InlineData("{d1,c2} stamp L2@head => {d1,d2}")]
    [InlineData("{} stamp heads => {d1,d2}")]
    [InlineData("{d1} stamp d2 => {d1,d2}")]
    [InlineData("{d1,d2} stamp base => {}")]
    [InlineData("{b} stamp L1@base => {}")]
    public void Stamp(string line) => Scenario.Check(Graph, line);
}
