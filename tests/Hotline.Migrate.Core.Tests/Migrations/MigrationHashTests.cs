using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Core.Tests.Migrations;

public sealed class MigrationHashTests
{
    private const string Text = "-- migration: Test\n-- revision:  a1\n\n-- hm:upgrade\nSELECT 1;\n\n-- hm:downgrade\n";

    /// <summary>What h1 gives today it gives for ever: files in repositories hold it.</summary>
    [Fact]
    public void The_hash_never_changes() => Assert.Equal(
        "h1:6b874f761e481847bb4b37febafc876dbb5e3154c3193652b561e028ef02d031", MigrationHash.Compute(Text));

    [Fact]
    public void Line_ends_byte_order_mark_and_last_line_end_do_not_matter()
    {
        var hash = MigrationHash.Compute(Text);

        Assert.Equal(hash, MigrationHash.Compute("\uFEFF" + Text));
        Assert.Equal(hash, MigrationHash.Compute(Text.Replace("\n", "\r\n")));
        Assert.Equal(hash, MigrationHash.Compute(Text.Replace('\n', '\r')));
        Assert.Equal(hash, MigrationHash.Compute(Text.TrimEnd('\n')));
        Assert.Equal(hash, MigrationHash.Compute(Text + "\r\n\n"));
    }

    [Theory]
    [InlineData("SELECT 1;", "SELECT 1; ")]
    [InlineData("SELECT 1;", "SELECT  1;")]
    [InlineData("SELECT 1;", "select 1;")]
    [InlineData("SELECT 1;", "SELECT 1; -- one")]
    [InlineData("SELECT 1;\n", "SELECT 1;")]
    [InlineData("SELECT 1;\n", "SELECT 1;\n\n")]
    [InlineData("Test", "Toast")]
    [InlineData("-- revision:  a1", "-- revision: a1")]
    [InlineData("SELECT 1;", "SELECT 1;\n-- hash: h1")]
    public void Everything_else_matters(string old, string @new) =>
        Assert.NotEqual(MigrationHash.Compute(Text), MigrationHash.Compute(Text.Replace(old, @new)));

    [Fact]
    public void The_lines_that_hold_hashes_do_not_count()
    {
        var hash = MigrationHash.Compute(Text);

        Assert.Equal(hash, MigrationHash.Compute(Text.Replace("a1\n", $"a1\n-- hash: {hash}\n-- draft: x\n")));
        Assert.True(MigrationHash.Verify(hash, MigrationFile.Seal(Text)));
        Assert.False(MigrationHash.Verify(hash, MigrationFile.Seal(Text, "Other")));
    }

    [Fact]
    public void Sealing_keeps_every_other_character()
    {
        var windows = MigrationFile.MarkGenerated(Text).Replace("\n", "\r\n");
        var text = MigrationFile.Seal(windows, "Test: now\nfinal", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)));

        Assert.Equal(
            $"-- migration: Test: now final\r\n-- revision:  a1\r\n-- created:   2026-01-02T02:04:05Z\r\n-- hash:      {MigrationHash.Compute(text)}\r\n\r\n"
            + "-- hm:upgrade\r\nSELECT 1;\r\n\r\n-- hm:downgrade\r\n",
            text);
        Assert.Equal(text, MigrationFile.Seal(text));
    }

    [Fact]
    public void Parents_can_be_replaced_alone()
    {
        var text = MigrationFile.WithParents(Text, ["b1", "c1"]);

        Assert.Equal("-- migration: Test\n-- revision:  a1\n-- parents:   b1, c1\n\n", text[..text.IndexOf("-- hm", StringComparison.Ordinal)]);
        Assert.Equal(Text, MigrationFile.WithParents(text, []));
    }

    [Fact]
    public void A_draft_and_what_it_was_sealed_to_have_equal_sections()
    {
        var draft = MigrationFile.Parse("a.sql", MigrationFile.MarkGenerated(Text));
        var sealedMigration = MigrationFile.Parse("b.sql", MigrationFile.Seal(Text, "Final").Replace("\n", "\r\n"));
        var other = MigrationFile.Parse("c.sql", Text.Replace("1;", "2;"));

        Assert.Equal(MigrationHash.OfSections(draft), MigrationHash.OfSections(sealedMigration));
        Assert.NotEqual(MigrationHash.OfSections(draft), MigrationHash.OfSections(other));
    }

    [Theory]
    [InlineData("h1:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", true)]
    [InlineData("h1:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("h2:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("h1:0123", false)]
    [InlineData("", false)]
    public void A_hash_has_a_version_and_64_digits(string hash, bool isWellFormed) => Assert.Equal(isWellFormed, MigrationHash.IsWellFormed(hash));

    [Fact]
    public void The_short_form_is_12_digits() =>
        Assert.Equal("0123456789ab", MigrationHash.ShortForm("h1:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"));
}
