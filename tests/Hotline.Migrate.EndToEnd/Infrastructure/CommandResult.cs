namespace Hotline.Migrate.EndToEnd.Infrastructure;

/// <summary>How a program ended, and what it said.</summary>
public sealed record CommandResult(string Command, int ExitCode, string Output, string Errors)
{
    /// <summary>The diagnostics of a build, without the repetition in its summary: <c>User.cs(3,14): error HM0160: ...</c>.</summary>
    public IReadOnlyList<string> Diagnostics =>
    [
        .. Output.Split('\n', StringSplitOptions.TrimEntries)
            .Where(l => l.Contains(": error ", StringComparison.Ordinal) || l.Contains(": warning ", StringComparison.Ordinal))
            .Select(l => l.LastIndexOf(" [", StringComparison.Ordinal) is > 0 and var project ? l[..project] : l)
            .Select(l => l[(l.LastIndexOf('/', Math.Max(0, l.IndexOf(": ", StringComparison.Ordinal))) + 1)..])
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The result itself when the program succeeded; fails the test with everything it said otherwise.</summary>
    public CommandResult Succeeded() => Ended(0);

    /// <summary>The result itself when the program ended with that code; fails the test with everything it said otherwise.</summary>
    public CommandResult Ended(int exitCode)
    {
        if (ExitCode != exitCode)
        {
            Assert.Fail($"'{Command}' ended with {ExitCode}, not {exitCode}.\n{Output}\n{Errors}");
        }

        return this;
    }
}
