using System.Text;
using CsCheck;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Core.Tests.Parsing;

public sealed class SqlPartReaderProperties
{
    [Fact]
    public void A_text_that_is_read_through_a_small_window_has_the_same_parts() =>
        Gen.Select(SqlSplitterProperties.Scripts, Gen.Int[2, 9]).Sample(
            (sql, window) => Assert.Equal(Whole(sql), Streamed(sql, window)),
            iter: 5_000);

    [Fact]
    public void A_statement_is_read_again_from_its_first_byte() => Gen.Select(SqlSplitterProperties.Scripts, Gen.Int[2, 9]).Sample(
        (sql, window) =>
        {
            if (sql.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar) || Whole(sql).Any(part => part.StartsWith("refused", StringComparison.Ordinal)))
            {
                return;
            }

            var bytes = Encoding.UTF8.GetBytes(sql);
            var reader = Reader(new StringReader(sql), new("x.sql", 1, 1), 0, true, window);
            while (reader.Read())
            {
                if (reader.Kind == SqlPartKind.Directive)
                {
                    continue;
                }

                var tail = Encoding.UTF8.GetString(bytes.AsSpan((int)reader.StartByte));
                var again = Reader(new StringReader(tail), reader.Where, reader.StartByte, reader.StandardStrings, window);
                Assert.True(again.Read());
                Assert.Equal((reader.Where, reader.Text.ToString(), reader.StartByte), (again.Where, again.Text.ToString(), again.StartByte));
                Assert.Equal(Data(reader), Data(again));
            }
        },
        iter: 5_000);

    private static List<string> Whole(string sql)
    {
        var reader = new SqlPartReader("x.sql", sql.AsMemory(), hasDirectives: true);
        return Parts(reader, () => reader.HasData ? reader.WholeData() : "");
    }

    private static List<string> Streamed(string sql, int window)
    {
        var reader = Reader(new StringReader(sql), new("x.sql", 1, 1), 0, true, window);
        return Parts(reader, () => Data(reader));
    }

    private static SqlPartReader Reader(TextReader text, SourceLocation where, long start, bool standardStrings, int window) =>
        new("x.sql", default, text, hasDirectives: true, where, start, standardStrings, window);

    private static string Data(SqlPartReader reader)
    {
        var data = new StringBuilder();
        while (reader.HasData && reader.ReadData(out var lines))
        {
            data.Append(lines);
        }

        return data.ToString();
    }

    private static List<string> Parts(SqlPartReader reader, Func<string> data)
    {
        var parts = new List<string>();
        try
        {
            while (reader.Read())
            {
                var (text, where) = (reader.Text.ToString(), reader.Where);
                parts.Add($"{reader.Kind} {where.Line}:{where.Column} {text} {data()}");
            }
        }
        catch (DiagnosticException e)
        {
            parts.Add($"refused {e.Diagnostics[0].Where?.Line}:{e.Diagnostics[0].Where?.Column}");
        }

        return parts;
    }
}
