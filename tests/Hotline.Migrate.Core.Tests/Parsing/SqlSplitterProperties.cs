using System.Text;
using CsCheck;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Core.Tests.Parsing;

public sealed class SqlSplitterProperties
{
    private static readonly string[] Fragments =
    [
        "'", "''", "\"", "$", "$$", "$a$", "$é$", "$1", "E'", "U&'", "u&\"", "B'", "N'", "\\", "\\'", "\\.", "\\.\n", ";", ";\n", "(", ")",
        "--", "-- hm:upgrade", "-- hm:step a\n", "-- hm:", "/*", "*/", "/*+", "/", "*", "-", "\n", "\r", "\r\n", " ", "\t", "\f", "\0", "\uFEFF",
        "\u00A0", "é", "😀", "\ud800", "a", "e", "1", "1e", "_", "CREATE ", "FUNCTION ", "BEGIN ", "ATOMIC ", "END", "CASE ", "COPY t ", "FROM ",
        "stdin", "SELECT ", "SET standard_conforming_strings = off;", "RESET ALL;", "DO $$", "AS ", ",", "=", "::",
    ];

    private static readonly string[] ClosedFragments =
    [
        "SELECT ", "'a;b'", "'it''s'", "E'\\';'", "'a'\n'b;'", "E'a' -- ;\n'\\';'", "\"q;\"", "U&\";\"", "$$ ; $$", "$a$ ; $b$ $a$", "x$1", "$1",
        "/* ; /* ; */ */", "/*+ ; */", "-- ;\n", "-- ;\r", "\n-- hm:upgrade\n", ";\n-- hm:step a\n", ";", ";\n", ";\r\n", "(a;b)", "(", ")", ",", "1", "-",
        " ", "\n", "a", "é", "😀", "COPY t FROM stdin;\n1;'\n\\.\n", ";COPY t FROM stdin; -- x\r\n\\.\r\n", ";SET standard_conforming_strings = off;",
        "RESET ALL;", ";CREATE FUNCTION f() BEGIN ATOMIC SELECT CASE 1 END; END;", ";CREATE RULE r DO (a; b);", "BEGIN ", "END ",
    ];

    internal static Gen<string> Scripts => Gen.OneOf(
        Gen.Int[0, ClosedFragments.Length - 1].Select(i => ClosedFragments[i]).Array[0, 30].Select(string.Concat),
        Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]).Array[0, 40].Select(string.Concat),
        Gen.String[Gen.Char["'\"$\\;()-/*eEuU&\r\n a1_B."], 0, 60],
        Gen.String[0, 60]);

    [Fact]
    public void Joining_the_parts_gives_the_script() => Scripts.Sample(
        sql =>
        {
            var parts = Parts(sql, directives: true);
            if (parts is null)
            {
                return;
            }

            var joined = new StringBuilder();
            var end = 0;
            foreach (var part in parts)
            {
                Assert.InRange(part.Start, end, sql.Length);
                Assert.InRange(part.Length, 1, part.End - part.Start);
                Assert.True(IsTrivia(sql[end..part.Start]), $"between: {sql[end..part.Start]}");
                Assert.True(IsTrivia(Rest(sql, part)), $"behind: {Rest(sql, part)}");
                joined.Append(sql, end, part.End - end);
                end = part.End;
            }

            Assert.True(IsTrivia(sql[end..]), $"at the end: {sql[end..]}");
            Assert.Equal(sql, joined.Append(sql, end, sql.Length - end).ToString());
        },
        iter: 20_000);

    [Fact]
    public void Nothing_but_a_refusal_with_a_place_comes_out_of_any_text() => Scripts.Sample(
        sql =>
        {
            try
            {
                SqlScript.Split(sql, "x.sql");
            }
            catch (DiagnosticException e)
            {
                var where = Assert.Single(e.Diagnostics).Where!;
                Assert.InRange(where.Line, 1, sql.Length + 1);
                Assert.InRange(where.Column, 1, sql.Length + 1);
            }
        },
        iter: 20_000);

    [Fact]
    public void Text_that_comes_in_pieces_is_split_in_the_same_way() => Gen.Select(Scripts, Gen.Int[1, 7]).Sample(
        (sql, size) =>
        {
            var whole = Parts(sql, directives: false);
            if (whole is not null)
            {
                Assert.Equal(whole.Select(p => (p.Start, p.Length, p.DataStart, p.DataLength)), InPieces(sql, size));
            }
        },
        iter: 20_000);

    [Fact]
    public void A_statement_is_split_into_itself() => Scripts.Sample(
        sql =>
        {
            foreach (var part in Parts(sql, directives: false) ?? [])
            {
                var statement = sql.Substring(part.Start, part.Length);
                if (!part.HasData && !IsFirstToSetStrings(sql))
                {
                    var again = Assert.Single(SqlScript.Split(statement));
                    Assert.Equal((0, statement.Length), (again.Start, again.Length));
                }
            }
        },
        iter: 20_000);

    private static bool IsFirstToSetStrings(string sql) => sql.Contains("standard_conforming_strings", StringComparison.Ordinal);

    private static List<SqlPart>? Parts(string sql, bool directives)
    {
        try
        {
            var splitter = new SqlSplitter(sql, new("x.sql") { HasDirectives = directives });
            var parts = new List<SqlPart>();
            while (splitter.Read(out var part) == SqlReadResult.Part)
            {
                parts.Add(part);
                Assert.Equal(part.End, splitter.Position);
            }

            return parts;
        }
        catch (DiagnosticException)
        {
            return null;
        }
    }

    /// <summary>Reads as a reader of a huge file would: a little more text whenever the splitter asks for it.</summary>
    private static List<(int Start, int Length, int DataStart, int DataLength)> InPieces(string sql, int size)
    {
        var found = new List<(int, int, int, int)>();
        for (var (position, available) = (0, Math.Min(size, sql.Length)); ;)
        {
            var splitter = new SqlSplitter(sql.AsSpan(0, available), new("x.sql") { HasMore = available < sql.Length }, position)
            {
                StandardStrings = StringsAt(sql, position),
            };
            var result = splitter.Read(out var part);
            switch (result)
            {
                case SqlReadResult.End:
                    return found;
                case SqlReadResult.Part:
                    found.Add((part.Start, part.Length, part.DataStart, part.DataLength));
                    position = splitter.Position;
                    break;
                default:
                    available = Math.Min(available + size, sql.Length);
                    break;
            }
        }
    }

    private static bool StringsAt(string sql, int position)
    {
        var splitter = new SqlSplitter(sql, new("x.sql"));
        while (splitter.Position < position)
        {
            splitter.Read(out _);
        }

        return splitter.StandardStrings;
    }

    private static string Rest(string sql, SqlPart part) => part switch
    {
        { Kind: SqlPartKind.Directive } => sql[(part.Start + part.Length)..part.End],
        { HasData: true } => sql[(part.Start + part.Length)..part.DataStart],
        _ => sql[(part.Start + part.Length)..part.End],
    };

    private static bool IsTrivia(string text)
    {
        var lexer = new SqlLexer(text);
        while (true)
        {
            switch (lexer.Next())
            {
                case { Kind: SqlTokenKind.End }:
                    return true;
                case { IsComment: false, Kind: not SqlTokenKind.Semicolon } or { Closed: false }:
                    return false;
            }
        }
    }
}
