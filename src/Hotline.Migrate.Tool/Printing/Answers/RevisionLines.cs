using System.Globalization;
using Hotline.Migrate.Tool.Revisions;

namespace Hotline.Migrate.Tool.Printing.Answers;

/// <summary>Shows revisions the same way in every answer.</summary>
internal static class RevisionLines
{
    /// <summary>A line each; the bare ids where the bare answer is wanted, details below each where more is.</summary>
    public static void List(IReadOnlyList<RevisionView> views, Screen screen)
    {
        foreach (var view in views)
        {
            screen.Line(screen.IsQuiet ? [view.Revision] : Line(view));
            if (screen.IsVerbose)
            {
                Details(view, screen);
            }
        }
    }

    /// <summary><c>6c6fcf9133ce (head)  Add avatar to users</c>.</summary>
    public static IReadOnlyList<Styled> Line(RevisionView view) =>
    [
        Styled.Name(view.Revision),
        Styled.Muted(Remarks(view) is { Length: > 0 } remarks ? $" ({remarks})" : ""),
        "  " + view.Message,
    ];

    /// <summary>Labels and tags, with commas.</summary>
    public static string Remarks(RevisionView view) => string.Join(", ", view.Labels.Concat(view.Tags));

    /// <summary>All that is known, a line each.</summary>
    public static void Details(RevisionView view, Screen screen, string margin = "    ")
    {
        Detail(screen, margin, view.Parents.Count > 1 ? "Merges" : "Parent", view.Parents.Count == 0 ? "base" : string.Join(", ", view.Parents));
        Detail(screen, margin, "Depends on", string.Join(", ", view.DependsOn));
        Detail(screen, margin, "Labels", string.Join(", ", view.Labels));
        Detail(screen, margin, "Path", view.Path);
        Detail(screen, margin, "Created", Time(view.Created));
        Detail(screen, margin, "Applied", view.AppliedAt is null ? null : $"{Time(view.AppliedAt)} by {view.AppliedBy} in {Duration(view.ElapsedMs ?? 0)}");
    }

    /// <summary><c>2026-11-22 10:15:00Z</c>.</summary>
    public static string? Time(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary><c>41 ms</c>, <c>1.2 s</c>, <c>2 min 5 s</c>.</summary>
    public static string Duration(double milliseconds) => milliseconds switch
    {
        < 1000 => FormattableString.Invariant($"{milliseconds:0} ms"),
        < 60_000 => FormattableString.Invariant($"{milliseconds / 1000:0.0} s"),
        _ => FormattableString.Invariant($"{Math.Floor(milliseconds / 60_000):0} min {Math.Floor(milliseconds / 1000) % 60:0} s"),
    };

    private static void Detail(Screen screen, string margin, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            screen.Line(Styled.Muted($"{margin}{name + ":",-12}"), value);
        }
    }
}
