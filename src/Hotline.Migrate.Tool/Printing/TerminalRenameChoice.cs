using System.Globalization;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Printing;

/// <summary>Asks on the terminal. There is no default: a rename that was guessed wrong loses data.</summary>
internal sealed class TerminalRenameChoice(Terminal terminal) : IRenameChoice
{
    private const string Drop = "d";

    /// <inheritdoc />
    public bool CanAsk => terminal.CanAsk;

    /// <inheritdoc />
    public async Task<string?> AskAsync(RenameQuestion question, CancellationToken cancellationToken)
    {
        var screen = terminal.Error;
        screen.Line(Styled.Warning($"{screen.Glyphs.Warning} The {Word(question.Kind)} {question.Old} is gone. Was it renamed?"));
        foreach (var (i, candidate) in question.Candidates.Index())
        {
            screen.Line(FormattableString.Invariant($"    {i + 1}  yes, to {candidate}"));
        }

        screen.Line($"    {Drop}  no, it goes{(question.Kind is RenameKind.Table or RenameKind.Column ? " with its data" : "")}");
        while (await terminal.AskAsync("  Answer: ", cancellationToken).ConfigureAwait(false) is { } line)
        {
            var answer = line.Trim();
            if (answer == Drop)
            {
                return "";
            }

            if (int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= question.Candidates.Count)
            {
                return question.Candidates[number - 1];
            }
        }

        return null;
    }

    private static string Word(RenameKind kind) => kind switch
    {
        RenameKind.Label => "enum value",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
