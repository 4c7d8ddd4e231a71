using System.Text;

namespace Hotline.Migrate.Parsing;

/// <summary>The text between two parts of a script, as long as it is not too long to be kept.</summary>
/// <param name="isBounded">Whether a long text is given up.</param>
/// <param name="start">Where it begins in the text at hand.</param>
/// <param name="startByte">Where it begins in the file.</param>
internal sealed class SectionText(bool isBounded, int start, long startByte)
{
    private const int MostKept = 1 << 20;

    private readonly StringBuilder kept = new();

    /// <summary>Where it begins in the file.</summary>
    public long StartByte => startByte;

    /// <summary>Its length in characters.</summary>
    public long Length { get; private set; }

    /// <summary>The text; <c>null</c> where it is too long.</summary>
    public string? Text => Length > kept.Length ? null : kept.ToString();

    /// <summary>Takes the text at hand up to <paramref name="end"/>.</summary>
    public void Append(ReadOnlySpan<char> text, int end)
    {
        var added = text[start..end];
        Length += added.Length;
        if (!isBounded || Length <= MostKept)
        {
            kept.Append(added);
        }

        start = end;
    }

    /// <summary>The text at hand begins anew where it was taken up to.</summary>
    public void Restart() => start = 0;
}
