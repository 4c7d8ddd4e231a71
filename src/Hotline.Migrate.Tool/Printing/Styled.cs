namespace Hotline.Migrate.Tool.Printing;

/// <summary>A piece of text with its tone. Text is never markup, so <c>text[]</c> is just text.</summary>
internal readonly record struct Styled(string Text, Tone Tone = Tone.Normal)
{
    public static implicit operator Styled(string text) => new(text);

    public static Styled Strong(string text) => new(text, Tone.Strong);

    public static Styled Muted(string text) => new(text, Tone.Muted);

    public static Styled Name(string text) => new(text, Tone.Name);

    public static Styled Good(string text) => new(text, Tone.Good);

    public static Styled Warning(string text) => new(text, Tone.Warning);

    public static Styled Bad(string text) => new(text, Tone.Bad);
}
