using CsCheck;
using Hotline.Migrate.Connecting;

namespace Hotline.Migrate.Engine.Tests.Connecting;

public sealed class SecretScrubberTests
{
    private static readonly SecretScrubber knowsNothing = new([]);

    [Theory]
    [InlineData("Couldn't set postgresql://u:p%40w@h:5433/db?sslmode", "Couldn't set postgresql://u:***@h:5433/db?sslmode")]
    [InlineData("postgres://u:a/b@c@h/d is bad", "postgres://u:***@h/d is bad")]
    [InlineData("see https://docs.example.org:443/x", "see https://docs.example.org:443/x")]
    [InlineData("Host=h;Password=s3;Database=d", "Host=h;Password=***;Database=d")]
    [InlineData("host=h password='a \\' b' dbname=d", "host=h password=*** dbname=d")]
    [InlineData("Password=\"a;b\";Host=h", "Password=***;Host=h")]
    [InlineData("PGPASSWORD=s3 psql", "PGPASSWORD=*** psql")]
    [InlineData("?user=u&password=s3&x=y", "?user=u&password=***&x=y")]
    [InlineData("ALTER ROLE r PASSWORD 'it''s' VALID", "ALTER ROLE r PASSWORD '***' VALID")]
    [InlineData("create role r encrypted password E'a\\'b';", "create role r encrypted password '***';")]
    [InlineData("CREATE ROLE r PASSWORD $x$a$b$x$;", "CREATE ROLE r PASSWORD '***';")]
    [InlineData("CREATE ROLE r PASSWORD 'cut off", "CREATE ROLE r PASSWORD '***'")]
    [InlineData("ALTER TABLE users ADD password text", "ALTER TABLE users ADD password text")]
    [InlineData("WHERE password IS NULL", "WHERE password IS NULL")]
    public void What_stands_where_a_password_stands_is_removed(string text, string scrubbed) =>
        Assert.Equal(scrubbed, knowsNothing.Scrub(text));

    [Fact]
    public void Known_secrets_are_removed_wherever_they_stand_and_however_encoded()
    {
        var scrubber = new SecretScrubber(["p@ss'w/rd"]);

        Assert.Equal("a *** b *** c ***", scrubber.Scrub("a p@ss'w/rd b p%40ss%27w%2Frd c p@ss''w/rd"));
    }

    [Fact]
    public void A_short_secret_leaves_other_words_alone() =>
        Assert.Equal("a table, ***.", new SecretScrubber(["ab"]).Scrub("a table, ab."));

    [Fact]
    public void A_password_that_equals_a_shown_name_is_removed_only_where_a_password_stands() => Assert.Equal(
        "postgresql://postgres:***@h/db, user postgres",
        new SecretScrubber(["postgres"], ["postgres"]).Scrub("postgresql://postgres:postgres@h/db, user postgres"));

    [Fact]
    public void No_known_secret_of_any_characters_survives() =>
        Gen.String[Gen.Char[' ', '~'], 8, 20].Where(s => s.Trim() == s).Sample(secret =>
        {
            var scrubbed = new SecretScrubber([secret]).Scrub($"before {secret} after {Uri.EscapeDataString(secret)}.");
            Assert.DoesNotContain(secret, scrubbed, StringComparison.Ordinal);
        });
}
