using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;
using Hotline.Migrate.Migrations;

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
            foreach (var line in Excerpt(where))
            {
                screen.Line(line.Trim() is "^" or ['|', .., '^'] ? Styled.Bad("   " + line) : "   " + line);
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

    // The message stands without the excerpt: a file that is gone or unreadable is no further failure.
    private static string[] Excerpt(SourceLocation where)
    {
        try
        {
            return where.Line > 0 && File.Exists(where.Path)
                ? SourceExcerpt.Of(TextFile.Read(where.Path), where).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                : [];
        }
        catch (DiagnosticException)
        {
            return [];
        }
    }
}
