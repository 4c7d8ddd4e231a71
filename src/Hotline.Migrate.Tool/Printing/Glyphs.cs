namespace Hotline.Migrate.Tool.Printing;

/// <summary>The signs on a screen.</summary>
internal sealed record Glyphs(bool IsUnicode, string Done, string Failed, string Warning, string Nothing, string Arrow)
{
    /// <summary>For terminals and files that take UTF-8.</summary>
    public static Glyphs Unicode { get; } = new(true, "✔", "✖", "⚠", "–", "→");

    /// <summary>For all others.</summary>
    public static Glyphs Ascii { get; } = new(false, "ok", "x", "!", "-", "->");
}
