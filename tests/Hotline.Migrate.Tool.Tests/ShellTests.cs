using System.Globalization;
using System.Text;
using Hotline.Migrate.Tool.Commands;
using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class ShellTests : IDisposable
{
    private readonly TestDirectory directory = new("shell");
    private readonly ToolRunner tool;

    public ShellTests() => tool = new ToolRunner(directory.Path);

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Help_that_was_asked_for_goes_to_stdout()
    {
        var result = (await tool.RunAsync("--help")).Exits(0);

        Assert.Empty(result.Error);
        Assert.True(result.Output.Split('\n').Length <= 30, "The help fits on a screen.");
        Snapshot.Match(result.Output);
    }

    [Fact]
    public async Task Every_command_has_help_that_fits_on_a_screen()
    {
        var help = new StringBuilder();
        foreach (var command in CommandCatalog.All)
        {
            var result = (await tool.RunAsync(command.Help.Name, "--help")).Exits(0);
            Assert.True(result.Output.Split('\n').Length <= 30, command.Help.Name);
            help.Append(CultureInfo.InvariantCulture, $"$ {command.Help.Name} --help\n{result.Output}\n");
        }

        Snapshot.Match(help.ToString());
    }

    [Fact]
    public async Task Help_that_was_not_asked_for_goes_to_stderr_and_is_a_usage_error()
    {
        var result = (await tool.RunAsync()).Exits(2);

        Assert.Empty(result.Output);
        Assert.Contains("Usage: dotnet hotline-migrate <command>", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dev-db", "--help")]
    [InlineData("dev-db", "-h")]
    [InlineData("help", "dev-db")]
    [InlineData("--help", "dev-db")]
    public async Task Help_of_a_command_is_found_in_every_usual_way(string first, string second)
    {
        var result = (await tool.RunAsync(first, second)).Exits(0);

        Assert.StartsWith("Runs a throw-away PostgreSQL server", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        var result = (await tool.RunAsync("--version")).Exits(0);

        Assert.Matches(@"^\d+\.\d+\.\d+[^\n+]*\n$", result.Output);
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("HM0330", "There is no command 'hstory'. Did you mean 'history'?", "hstory")]
    [InlineData("HM0330", "There is no command 'squash'.", "squash")]
    [InlineData("HM0330", "There is no command 'rollback'. Did you mean 'downgrade'?", "rollback")]
    [InlineData("HM0331", "There is no option '--jsn' for 'dev-db'. Did you mean '--json'?", "dev-db", "--jsn")]
    [InlineData("HM0331", "There is no option '--jsn'. Did you mean '--json'?", "--jsn=1")]
    [InlineData("HM0331", "There is no option '-x' for 'dev-db'.", "dev-db", "-x")]
    [InlineData("HM0332", "The option '--url' needs a value.", "dev-db", "start", "--url")]
    [InlineData("HM0332", "The option '--env' needs a value.", "dev-db", "start", "--env", "--trace")]
    [InlineData("HM0332", "The option '--env' needs a value.", "dev-db", "start", "--env", "")]
    [InlineData("HM0332", "The argument <action> is missing or empty.", "dev-db")]
    [InlineData("HM0332", "The argument <action> is missing or empty.", "dev-db", "")]
    [InlineData("HM0333", "The command 'dev-db' does not take the argument 'twice'.", "dev-db", "stop", "twice")]
    [InlineData("HM0334", "'-1' is not a value of <action>: use start, stop, url, reset.", "dev-db", "-1")]
    [InlineData("HM0334", "'--x' is not a value of <action>: use start, stop, url, reset.", "dev-db", "--", "--x")]
    [InlineData("HM0334", "The option '--major' is given twice.", "dev-db", "--major", "18", "--major=17")]
    [InlineData("HM0334", "The option '--ascii' takes no value.", "dev-db", "--ascii=3")]
    [InlineData("HM0334", "'allways' is not a value of --color: use auto, always, never. Did you mean 'always'?", "dev-db", "--color", "allways")]
    public async Task Usage_errors_say_what_is_meant_and_exit_with_2(string code, string summary, params string[] arguments)
    {
        var result = (await tool.RunAsync(arguments)).Exits(2);

        Assert.Empty(result.Output);
        Assert.StartsWith($"✖ {code} {summary}\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Usage_errors_are_the_json_document_where_one_is_asked_for()
    {
        var result = (await tool.RunAsync("dev-db", "--json", "--jsn")).Exits(2);

        Assert.Empty(result.Error);
        Assert.Equal(
            """
            {"ok":false,"error":{"code":"HM0331","summary":"There is no option '--jsn' for 'dev-db'. Did you mean '--json'?","why":null,"where":null,"sqlState":null,"nextActions":["dotnet hotline-migrate dev-db --help"]}}

            """,
            result.Output);
    }

    [Theory]
    [InlineData("LC_ALL", "C", "x HM0330")]
    [InlineData("LC_ALL", "en_US.ISO-8859-1", "x HM0330")]
    [InlineData("LC_ALL", "de_DE.utf8", "✖ HM0330")]
    public async Task Signs_beyond_ASCII_need_a_locale_that_has_them(string name, string value, string start)
    {
        tool.Environment[name] = value;

        var result = await tool.RunAsync("nothing-like-it");

        Assert.StartsWith(start, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true, "GITHUB_ACTIONS=true")]
    [InlineData(true, "FORCE_COLOR=1", "NO_COLOR=1")]
    public async Task Pipes_get_no_colour(bool ascii, params string[] variables)
    {
        foreach (var pair in variables)
        {
            tool.Environment[pair.Split('=')[0]] = pair.Split('=')[1];
        }

        var result = await tool.RunAsync(ascii ? ["nothing-like-it", "--ascii"] : ["nothing-like-it"]);

        Assert.DoesNotContain('\e', result.Error);
    }

    [Fact]
    public async Task Colour_can_be_forced_and_brackets_are_never_markup()
    {
        var result = (await tool.RunAsync("text[]", "--color", "always")).Exits(2);
        Assert.DoesNotContain('\e', result.Output);

        tool.Environment["FORCE_COLOR"] = "1";
        result = (await tool.RunAsync("text[] [red]x[/]")).Exits(2);

        Assert.Contains("\e[", result.Error, StringComparison.Ordinal);
        Assert.Contains("There is no command 'text[] [red]x[/]'.", result.Error, StringComparison.Ordinal);
    }
}
