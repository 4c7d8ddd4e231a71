using CsCheck;
using Hotline.Migrate.Connecting.Discovery;

namespace Hotline.Migrate.Engine.Tests.Connecting.Discovery;

public sealed class DotEnvFileTests
{
    [Theory]
    [InlineData("URL=x", "x")]
    [InlineData("export URL=x", "x")]
    [InlineData("  URL = x  ", "x")]
    [InlineData("\uFEFFURL=x\r\nOTHER=y\r\n", "x")]
    [InlineData("OTHER=y\rURL=x\r", "x")]
    [InlineData("URL=x # a comment", "x")]
    [InlineData("URL=x#y", "x#y")]
    [InlineData("# URL=no\n\nURL=x", "x")]
    [InlineData("URL='a # \"b\" ${HOME}' # comment", "a # \"b\" ${HOME}")]
    [InlineData("URL=\"a # b\"", "a # b")]
    [InlineData("URL=\"a\\n\\\"b\\\\\"", "a\n\"b\\")]
    [InlineData("URL=\"two\nlines\"\nOTHER=1", "two\nlines")]
    [InlineData("URL='no end", "'no end")]
    [InlineData("URL=postgresql://u:p$w@h/d?a=b&c=d", "postgresql://u:p$w@h/d?a=b&c=d")]
    [InlineData("URL=first\nURL=last", "last")]
    [InlineData("no assignment\nURL: y\nURL=x", "x")]
    [InlineData("A=1\nURL=${A}-${HOME}", "1-/home/me")]
    [InlineData("URL=\"${HOME}\"", "/home/me")]
    [InlineData("URL=${NOWHERE:-other}", "other")]
    [InlineData("HOME=/of/the/file\nURL=${HOME}", "/home/me")]
    public void A_value_is_read(string text, string value)
    {
        Assert.Equal(value, Read(text, out var missing));
        Assert.Null(missing);
    }

    [Theory]
    [InlineData("")]
    [InlineData("URL=")]
    [InlineData("URL=''")]
    [InlineData("URL= # nothing")]
    [InlineData("MYURL=x")]
    public void A_name_that_is_not_set_or_empty_has_no_value(string text) => Assert.Null(Read(text, out _));

    [Theory]
    [InlineData("URL=${NOWHERE}", "NOWHERE")]
    [InlineData("URL=${URL}", "URL")]
    [InlineData("A=${B}\nB=${A}\nURL=${A}", "A")]
    public void A_reference_to_nothing_is_reported(string text, string name)
    {
        _ = Read(text, out var missing);

        Assert.NotNull(missing);
        Assert.Equal(name == "A", missing is "A" or "B");
    }

    [Fact]
    public void Any_text_can_be_read() =>
        Gen.String["ab \n=\"'\\${}#:-"]
            .Sample(text => { _ = Read("URL=" + text, out _); });

    [Fact]
    public void Any_text_in_single_quotes_is_kept() =>
        Gen.String[Gen.Char[' ', '~'].Where(c => c != '\''), 1, 40]
            .Sample(text => Assert.Equal(text, Read($"A=1\nURL='{text}'\n", out _)));

    private static string? Read(string text, out string? missing) =>
        DotEnvFile.Parse(text).Value("URL", new Dictionary<string, string> { ["HOME"] = "/home/me" }, out missing);
}
