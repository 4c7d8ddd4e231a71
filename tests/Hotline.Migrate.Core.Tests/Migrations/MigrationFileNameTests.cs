using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Core.Tests.Migrations;

public sealed class MigrationFileNameTests
{
    private static readonly DateTimeOffset Created = new(2026, 11, 22, 11, 15, 7, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(MigrationFileName.DefaultTemplate, "20261122101507_6c6fcf9133ce_add_avatar_url.sql")]
    [InlineData("{revision}.sql", "6c6fcf9133ce.sql")]
    [InlineData("V{yyyy-MM-dd}.{HH}__{slug}-{revision}.sql", "V2026-11-22.10__add_avatar_url-6c6fcf9133ce.sql")]
    public void A_template_gives_the_name(string template, string expected)
    {
        Assert.Null(MigrationFileName.Problem(template));
        Assert.Equal(expected, MigrationFileName.Of(template, Created, "6c6fcf9133ce", "Add avatar_url!"));
    }

    [Theory]
    [InlineData("Add  full-name & e-mail", "add_full_name_e_mail")]
    [InlineData("Größe für Łukasz's Œuvre æøå", "grosse_fur_lukaszs_oeuvre_aeoa")]
    [InlineData("ﬁle №1 ①", "file_no1_1")]
    [InlineData("  ../../etc/passwd\0\n", "etc_passwd")]
    [InlineData("ユーザーを追加", "migration")]
    [InlineData("", "migration")]
    [InlineData("😀", "migration")]
    [InlineData("İstanbul IŞIK", "istanbul_isik")]
    [InlineData("one two three four five six seven eight nine ten eleven twelve thirteen", "one_two_three_four_five_six_seven_eight_nine_ten_eleven")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_message_becomes_ascii_words(string message, string expected) =>
        Assert.Equal(expected + "_a1.sql", MigrationFileName.Of("{slug}_{revision}.sql", Created, "a1", message));

    [Theory]
    [InlineData("{revision}.txt")]
    [InlineData("{slug}.sql")]
    [InlineData("a/{revision}.sql")]
    [InlineData("..\\{revision}.sql")]
    [InlineData(".{revision}.sql")]
    [InlineData("{revision}{d}.sql")]
    [InlineData("{revision}{message}.sql")]
    [InlineData("{revision}{.sql")]
    [InlineData("{revision}}.sql")]
    [InlineData("{revision:x}.sql")]
    public void What_gives_no_safe_name_is_no_template(string template) => Assert.NotNull(MigrationFileName.Problem(template));

    [Theory]
    [InlineData("6c6fcf9133ce")]
    [InlineData("a")]
    [InlineData("release_1.2")]
    [InlineData("größe")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void A_short_word_is_a_revision_id(string id) => RevisionId.Validate(id);

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\t")]
    [InlineData("a-1")]
    [InlineData("a+1")]
    [InlineData("a@b")]
    [InlineData("a:b")]
    [InlineData("a,b")]
    [InlineData("a/b")]
    [InlineData("head")]
    [InlineData("Heads")]
    [InlineData("BASE")]
    [InlineData("current")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    public void What_selects_revisions_or_is_no_word_is_no_revision_id(string id)
    {
        var where = new SourceLocation("a.sql", 2, 3);

        var problem = Assert.Single(Assert.Throws<DiagnosticException>(() => RevisionId.Validate(id, where)).Diagnostics);
        Assert.Equal(("HM0206", where), (problem.Code, problem.Where));
    }

    [Fact]
    public void New_ids_are_12_hex_digits()
    {
        var ids = Enumerable.Range(0, 100).Select(_ => RevisionId.New()).ToHashSet();

        Assert.Equal(100, ids.Count);
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{12}$", id));
        Assert.Matches("^[0-9a-f]{12}$", RevisionId.New("seed"));
        Assert.Equal(RevisionId.New("seed"), RevisionId.New("seed"));
        Assert.NotEqual(RevisionId.New("seed"), RevisionId.New("Seed"));
    }
}
