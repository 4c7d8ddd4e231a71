using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Hotline.Migrate.Migrations;

/// <summary>Hashes a text piece by piece: LF for every line end, and none at the end.</summary>
internal sealed class ContentHasher : IDisposable
{
    private const int BufferLength = 1 << 14;

    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
    private IncrementalHash? hash;
    private int length;
    private int lineFeeds;
    private bool isBehindCr;
    private bool isDisposed;

    /// <summary>Takes the next piece; it ends behind a whole character.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (text[0] is '\r' or '\n')
            {
                lineFeeds += text[0] == '\n' && isBehindCr ? 0 : 1;
                isBehindCr = text[0] == '\r';
                text = text[1..];
                continue;
            }

            isBehindCr = false;
            for (; lineFeeds > 0; lineFeeds--)
            {
                Write("\n");
            }

            var end = text.IndexOfAny('\r', '\n');
            var line = end < 0 ? text : text[..end];
            Write(line);
            text = text[line.Length..];
        }
    }

    /// <summary>The hash in hex.</summary>
    public string Finish()
    {
        if (hash is null)
        {
            return Convert.ToHexStringLower(SHA256.HashData(buffer.AsSpan(0, length)));
        }

        hash.AppendData(buffer.AsSpan(0, length));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            hash?.Dispose();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Write(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (buffer.Length - length < 4)
            {
                hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                hash.AppendData(buffer.AsSpan(0, length));
                length = 0;
            }

            var most = Math.Min(text.Length, (buffer.Length - length) / 3);
            most = Math.Max(most, 1);
            most -= most < text.Length && most > 1 && char.IsHighSurrogate(text[most - 1]) ? 1 : 0;
            most += most == 1 && text.Length > 1 && char.IsHighSurrogate(text[0]) ? 1 : 0;
            length += Encoding.UTF8.GetBytes(text[..most], buffer.AsSpan(length));
            text = text[most..];
        }
    }
}
