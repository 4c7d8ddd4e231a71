using Hotline.Migrate.Configuration;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Core.Tests.Configuration;

public sealed class VariableExpansionTests
{
    [Theory]
    [InlineData("no variable", "no variable")]
    [InlineData("a ${X} b ${X}", "a 1 b 1")]
    [InlineData("${NONE:-else}", "else")]
    [InlineData("${EMPTY:-else}", "else")]
    [InlineData("${NONE:-}", "")]
    [InlineData("pa$$word$ {x} $X", "pa$$word$ {x} $X")]
    [InlineData("${NESTED}", "${X}")]
    public void Variables_are_filled_in_once(string text, string expected) =>
        Assert.Equal(expected, VariableExpansion.Expand(text, Variable));

    [Theory]
    [InlineData("secret ${NONE}", "HM0306")]
    [InlineData("secret ${EMPTY}", "HM0306")]
    [InlineData("secret ${X", "HM0304")]
    public void What_cannot_be_filled_in_is_said_without_the_text(string text, string code)
    {
        var where = new SourceLocation("c.json", 3, 4);

        var problem = Assert.Single(Assert.Throws<DiagnosticException>(() => VariableExpansion.Expand(text, Variable, where)).Diagnostics);
        Assert.Equal(code, problem.Code);
        Assert.Equal(where, problem.Where);
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("500ms", 500)]
    [InlineData("5s", 5000)]
    [InlineData("2 min", 120_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("", null)]
    [InlineData("5", null)]
    [InlineData("-5s", null)]
    [InlineData("s", null)]
    [InlineData("1000h", null)]
    public void Times_have_a_unit(string text, int? milliseconds) =>
        Assert.Equal(milliseconds, (int?)Durations.Parse(text)?.TotalMilliseconds);

    private static string? Variable(string name) => name switch
    {
        "X" => "1",
        "EMPTY" => "",
        "NESTED" => "${X}",
        _ => null,
    };
}
