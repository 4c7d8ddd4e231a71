using Hotline.Migrate.Tool.Commands;

namespace Hotline.Migrate.Tool.Tests;

/// <summary>Holds <c>docs/commands.md</c> to the help texts, which their own golden file holds to the tool.</summary>
public sealed class CommandsPageTests
{
    private const string Generated = "## Every command\n";

    private static readonly string PagePath = Path.Combine(RepositoryRoot.Path, "docs", "commands.md");

    [Fact]
    public void The_page_has_the_help_of_every_command()
    {
        var page = File.ReadAllText(PagePath).ReplaceLineEndings("\n");
        var expected = page[..(page.IndexOf(Generated, StringComparison.Ordinal) + Generated.Length)]
            + string.Concat(CommandCatalog.All.Select(command => $"\n### {command.Help.Name}\n\n```text\n{HelpOf(command.Help.Name)}\n```\n"));
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
        {
            File.WriteAllText(PagePath, expected);
            return;
        }

        var differences = LineDiff.Of(page, expected).Split('\n').Where(line => line is ['-' or '+', ..]);
        Assert.True(!differences.Any(), "docs/commands.md differs; SNAPSHOT_ACCEPT=1 writes it:\n" + string.Join('\n', differences));
    }

    private static string HelpOf(string command)
    {
        var golden = File.ReadAllText(Path.Combine(
            RepositoryRoot.Path, "tests", "Hotline.Migrate.Tool.Tests", "Snapshots", "ShellTests.Every_command_has_help_that_fits_on_a_screen.txt"));
        var start = golden.IndexOf($"$ {command} --help\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The golden file lacks the help of {command}.");
        start = golden.IndexOf('\n', start) + 1;
        var end = golden.IndexOf("\n$ ", start, StringComparison.Ordinal);
        return golden[start..(end < 0 ? golden.Length : end)].Trim('\n');
    }
}
