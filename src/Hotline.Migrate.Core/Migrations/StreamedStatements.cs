using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Migrations;

/// <summary>The statements of a <see cref="StreamedCommand"/>, one after the other.</summary>
public sealed class StreamedStatements : IDisposable
{
    private readonly TextReader text;
    private readonly SqlPartReader reader;
    private int left;

    internal StreamedStatements(TextReader text, SqlPartReader reader, int count)
    {
        this.text = text;
        this.reader = reader;
        left = count;
    }

    /// <summary>The next statement, or <c>null</c>. Behind a <see cref="CopyCommand"/>, which comes without its data, <see cref="ReadData"/> is to be asked.</summary>
    public MigrationCommand? Next()
    {
        if (left-- <= 0 || !reader.Read())
        {
            return null;
        }

        var sql = reader.Text.ToString();
        return reader.HasData ? new CopyCommand(sql, "", reader.Where) : new SqlCommand(sql, reader.Where);
    }

    /// <summary>The next lines of the data; valid until the next call. <c>false</c> behind the last one.</summary>
    public bool ReadData(out ReadOnlyMemory<char> lines) => reader.ReadData(out lines);

    /// <inheritdoc/>
    public void Dispose() => text.Dispose();
}
