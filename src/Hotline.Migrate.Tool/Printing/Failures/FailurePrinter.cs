using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Tool.Printing.Failures;

/// <summary>Shows why a command failed: the reason, the place with a caret, what the server said, what to do next.</summary>
internal static class FailurePrinter
{
    /// <summary>Shows all reasons on stderr.</summary>
    public static void Print(IReadOnlyList<Diagnostic> diagnostics, Screen screen)
    {
        foreach (var diagnostic in diagnostics)
        {
            PrintOne(diagnostic, screen);
        }
    }

    /// <summary>Shows one warning or error.</summary>
    public static void PrintOne(Diagnostic diagnostic, Screen screen)
    {
        var tone = diagnostic.Severity == DiagnosticSeverity.Error ? Tone.Bad : Tone.Warning;
        var sign = diagnostic.Severity == DiagnosticSeverity.Error ? screen.Glyphs.Failed : screen.Glyphs.Warning;
        var state = diagnostic.SqlState is { } sqlState ? $" [{sqlState}]" : "";
        screen.Line(new Styled($"{sign} {diagnostic.Code}{state} ", tone), Styled.Strong(diagnostic.Summary));
        if (diagnostic.Where is { } where)
        {
            screen.Line(Styled.Muted("  --> "), Styled.Name(Paths.ForDisplay(where).ToString()));
            foreach (var line in SourceExcerpt.Of(where))
            {
                screen.Line(Styled.Muted("   " + line.Margin), new Styled(line.Text, line.IsCaret ? Tone.Bad : Tone.Normal));
            }
        }

        foreach (var line in (diagnostic.Why ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            screen.Line("  " + line);
        }

        foreach (var (action, i) in diagnostic.NextActions.Select((action, i) => (action, i)))
        {
            screen.Line(Styled.Muted(i == 0 ? "  next: " : "        "), action);
        }
    }
}
