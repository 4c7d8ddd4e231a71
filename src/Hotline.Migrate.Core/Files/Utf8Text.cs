using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Files;

/// <summary>Reads a long text file piece by piece, as strictly as <see cref="TextFile"/> reads a short one.</summary>
internal sealed class Utf8Text : TextReader
{
    private const int BufferLength = 1 << 16;

    private readonly string path;
    private readonly FileStream stream;
    private readonly byte[] bytes = new byte[BufferLength];
    private int start;
    private int end;

    /// <summary>Reads <paramref name="path"/> from a byte behind its byte order mark on.</summary>
    /// <exception cref="DiagnosticException">HM0218, HM0219.</exception>
    public Utf8Text(string path, long from)
    {
        this.path = path;
        stream = TextFile.OpenLong(path);
        try
        {
            FillBytes();
            if (bytes.AsSpan(0, end) is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..])
            {
                throw TextFile.WrongByte(path);
            }

            var mark = bytes.AsSpan(0, end).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            if (from + mark <= end)
            {
                start = mark + (int)from;
            }
            else
            {
                stream.Position = from + mark;
                (start, end) = (0, 0);
            }
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <summary>Reads whole characters only: never half of a surrogate pair.</summary>
    public override int Read(Span<char> buffer)
    {
        while (true)
        {
            var source = bytes.AsSpan(start, end - start);
            var zero = source.IndexOf((byte)0);
            var status = Utf8.ToUtf16(
                zero < 0 ? source : source[..zero], buffer, out var read, out var written, replaceInvalidSequences: false, isFinalBlock: zero >= 0);
            start += read;
            if (written > 0 || (status == OperationStatus.DestinationTooSmall && buffer.Length < 2))
            {
                return written;
            }

            if (status == OperationStatus.InvalidData || zero >= 0)
            {
                throw TextFile.WrongByte(path);
            }

            if (!FillBytes())
            {
                return start == end ? 0 : throw TextFile.WrongByte(path);
            }
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool FillBytes()
    {
        var rest = bytes.AsSpan(start, end - start);
        rest.CopyTo(bytes);
        (start, end) = (0, rest.Length);
        try
        {
            var read = stream.Read(bytes.AsSpan(end));
            end += read;
            return read > 0;
        }
        catch (IOException e)
        {
            throw TextFile.Unreadable(path, e);
        }
    }
}
