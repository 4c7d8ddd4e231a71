namespace Hotline.Migrate.Core.Tests.Documentation;

public sealed class DiagnosticsPageTests
{
    private static readonly string PagePath = Path.Combine(RepositoryRoot.Path, "docs", "diagnostics.md");

    [Fact]
    public void The_page_lists_every_code_with_its_meaning()
    {
        var page = DiagnosticsPage.Text();
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
        {
            File.WriteAllText(PagePath, page);
        }

        var differences = LineDiff.Of(File.ReadAllText(PagePath).ReplaceLineEndings("\n"), page).Split('\n').Where(line => line is ['-' or '+', ..]);
        Assert.True(!differences.Any(), "docs/diagnostics.md differs; SNAPSHOT_ACCEPT=1 writes it:\n" + string.Join('\n', differences));
        Assert.All(DiagnosticsPage.Codes(), code => Assert.Contains($"</a>{code.Code} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void No_code_means_two_things()
    {
        var codes = DiagnosticsPage.Codes().Select(c => c.Code).ToArray();

        Assert.Equal(codes.Distinct(), codes);
    }
}
