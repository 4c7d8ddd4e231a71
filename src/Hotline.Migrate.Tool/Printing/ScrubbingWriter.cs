using System.Text;

namespace Hotline.Migrate.Tool.Printing;

/// <summary>Takes secrets out of everything that leaves the process, _line by _line.</summary>
internal sealed class ScrubbingWriter(TextWriter inner, SecretText secrets) : TextWriter
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _line = new();

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
        lock (_gate)
        {
            _line.Append(buffer);
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
        lock (_gate)
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
        inner.Write(secrets.Remove(_line.ToString()));
        _line.Clear();
        inner.Flush();
    }
}
