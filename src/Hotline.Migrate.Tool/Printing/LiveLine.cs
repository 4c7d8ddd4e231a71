using System.Text;

namespace Hotline.Migrate.Tool.Printing;

/// <summary>A last line on a terminal that is written over again and again. Whatever else is written takes its place.</summary>
/// <param name="inner">The terminal.</param>
/// <param name="width">How many columns it has.</param>
/// <param name="isShown">Whether somebody sits at it; in a file or pipe nothing is written over.</param>
internal sealed class LiveLine(TextWriter inner, int width, bool isShown) : TextWriter
{
    private readonly Lock gate = new();
    private int shown;

    /// <summary>Whether there is such a line.</summary>
    public bool IsShown { get; } = isShown;

    /// <inheritdoc />
    public override Encoding Encoding => inner.Encoding;

    /// <summary>Writes the line anew.</summary>
    public void Show(string text)
    {
        if (!IsShown)
        {
            return;
        }

        lock (gate)
        {
            var line = text.ReplaceLineEndings(" ");
            line = line.Length < width ? line : line[..(width - 1)];

            // Spaces, because a terminal without colour may not know how to erase.
            inner.Write("\r" + line.PadRight(shown) + (line.Length < shown ? "\r" + line : ""));
            inner.Flush();
            shown = line.Length;
        }
    }

    /// <inheritdoc />
    public override void Write(char value) => Write([value]);

    /// <inheritdoc />
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc />
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (gate)
        {
            Clear();
            inner.Write(buffer);
        }
    }

    /// <inheritdoc />
    public override void WriteLine(string? value) => Write(value + "\n");

    /// <inheritdoc />
    public override void Flush()
    {
        lock (gate)
        {
            inner.Flush();
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            lock (gate)
            {
                Clear();
            }

            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Clear()
    {
        if (shown > 0)
        {
            inner.Write("\r" + new string(' ', shown) + "\r");
            shown = 0;
        }
    }
}
