using System.Text;

namespace Hotline.Migrate.Tool.Printing;

/// <summary>Takes secrets out of everything that leaves the process, line by line.</summary>
internal sealed class ScrubbingWriter(TextWriter inner, SecretText secrets) : TextWriter
{
    private readonly Lock gate = new();
    private readonly StringBuilder line = new();

    /// <inheritdoc />
    public override Encoding Encoding => inner.Encoding;

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
            line.Append(buffer);
            if (buffer.Contains('\n'))
            {
                Release();
            }
        }
    }

    /// <inheritdoc />
    public override void WriteLine(string? value) => Write(value + "\n");

    /// <inheritdoc />
    public override void Flush()
    {
        lock (gate)
        {
            Release();
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Flush();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Release()
    {
        inner.Write(secrets.Remove(line.ToString()));
        line.Clear();
        inner.Flush();
    }
}
