namespace Hotline.Migrate.Migrations;

/// <summary>Hashes what is read through it, behind a beginning that was read before.</summary>
internal sealed class HashedText : TextReader
{
    private readonly ContentHasher hasher = new();
    private readonly TextReader rest;

    /// <summary>Begins with <paramref name="head"/>, which holds the whole header.</summary>
    public HashedText(string head, TextReader rest)
    {
        HeaderLines.AppendWithoutHashes(hasher, head, HeaderLines.Read(head));
        this.rest = rest;
    }

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        var length = rest.Read(buffer);
        hasher.Append(buffer[..length]);
        return length;
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <summary>Reads what is left of it, only to hash it.</summary>
    public void Exhaust()
    {
        Span<char> buffer = new char[1 << 15];
        while (Read(buffer) > 0)
        {
            // Hashed.
        }
    }

    /// <summary>The content hash of what was read.</summary>
    public string Hash() => MigrationHash.Of(hasher);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        hasher.Dispose();
        base.Dispose(disposing);
    }
}
