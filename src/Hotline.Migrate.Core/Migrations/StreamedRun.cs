using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Migrations;

/// <summary>Puts statements of a long script that only bring data together to one <see cref="StreamedCommand"/>.</summary>
internal sealed class StreamedRun(SqlPartReader reader) : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly SourceLocation where = reader.Where;
    private readonly long startByte = reader.StartByte;
    private readonly bool standardStrings = reader.StandardStrings;
    private int count;

    /// <summary>Whether the statement at hand can be one of them: nothing has to be known of it before it runs.</summary>
    public static bool Takes(SqlPartReader reader)
    {
        if (reader.HasData)
        {
            return true;
        }

        var words = new SqlWords(reader.Text);
        if (!words.Is("INSERT") && !words.Is("UPDATE") && !words.Is("DELETE"))
        {
            return false;
        }

        // An INSERT is never a loss; the others are short enough to be looked at.
        var sql = reader.Text;
        return !sql.Contains("set_config", StringComparison.OrdinalIgnoreCase)
            && (words.Is("INSERT") || LossStatement.Find(sql.ToString()) is null);
    }

    /// <summary>Takes the statement at hand, and its data.</summary>
    public void Add()
    {
        count++;
        hash.AppendData(MemoryMarshal.AsBytes(reader.Text));
        if (reader.HasData)
        {
            while (reader.ReadData(out var lines))
            {
                hash.AppendData(MemoryMarshal.AsBytes(lines.Span));
            }
        }
    }

    /// <summary>The command.</summary>
    public StreamedCommand Build(IScriptFile script, EquatableArray<IgnoredRule> ignored) =>
        new(script, startByte, count, Convert.ToHexStringLower(hash.GetHashAndReset()), where)
        {
            StandardStrings = standardStrings,
            Ignored = ignored,
        };

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();
}
