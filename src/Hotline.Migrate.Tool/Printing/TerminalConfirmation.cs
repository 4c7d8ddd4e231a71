using System.Diagnostics.CodeAnalysis;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Printing;

/// <summary>Asks on the terminal. Where nobody can answer it does not ask, it refuses.</summary>
internal sealed class TerminalConfirmation(Terminal terminal) : IConfirmation
{
    /// <inheritdoc />
    public async Task RequireAsync(
        string database, IReadOnlyList<DataLossNote> losses, string? confirmed, CancellationToken cancellationToken)
    {
        if (losses.Count == 0 || confirmed == database)
        {
            return;
        }

        if (confirmed is not null)
        {
            throw Refused($"--confirm names '{confirmed}', and the database is '{database}'.", losses, database);
        }

        if (!terminal.CanAsk)
        {
            Refuse(database, losses);
        }

        terminal.Error.Line(Styled.Warning($"{terminal.Error.Glyphs.Warning} This destroys data in the database '{database}':"));
        foreach (var loss in losses)
        {
            terminal.Error.Line("    " + Describe(loss));
        }

        var answer = await terminal.AskAsync("  Type the database's name to go on: ", cancellationToken).ConfigureAwait(false);
        if (answer?.Trim() != database)
        {
            throw Refused("Declined: the name of the database was not given.", losses, database);
        }
    }

    /// <inheritdoc />
    [DoesNotReturn]
    public void Refuse(string database, IReadOnlyList<DataLossNote> losses) =>
        throw Refused($"Data in the database '{database}' would be lost, and nobody confirmed it.", losses, database);

    private static DiagnosticException Refused(string summary, IReadOnlyList<DataLossNote> losses, string database) =>
        new(FailureKind.Confirmation, new Diagnostic
        {
            Code = DiagnosticCodes.ConfirmationNeeded,
            Summary = summary,
            Why = "Nothing was changed. It would do this:\n" + string.Join('\n', losses.Select(l => "  " + Describe(l))),
            Where = losses[0].Where,
            NextActions = [$"Run it again with --confirm {Quote(database)}", "Or look at it first: --plan"],
        });

    private static string Describe(DataLossNote loss) =>
        loss.Where is { } where ? $"{loss.Text}  ({Paths.ForDisplay(where)})" : loss.Text;

    private static string Quote(string name) => name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.') ? name : $"'{name}'";
}
