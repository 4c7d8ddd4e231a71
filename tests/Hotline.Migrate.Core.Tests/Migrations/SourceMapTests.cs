using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Core.Tests.Migrations;

public sealed class SourceMapTests
{
    [Theory]
    [InlineData(1, 27, 3)]
    [InlineData(8, 27, 10)]
    [InlineData(10, 28, 1)]
    [InlineData(12, 28, 4)]
    [InlineData(14, 29, 1)]
    [InlineData(17, 30, 1)]
    [InlineData(18, 30, 2)]
    [InlineData(0, 27, 3)]
    [InlineData(1000, 30, 3)]
    public void A_position_in_code_points_is_a_place_in_the_file(int position, int line, int column)
    {
        var command = new SqlCommand("SELECT 1\n😀a,\nb\r\ncd", new("x.sql", 27, 3));

        Assert.Equal(new("x.sql", line, column), SourceMap.Locate(command, position));
    }

    [Fact]
    public void An_excerpt_has_a_caret_under_the_place() => Assert.Equal("""
         8 | b
         9 | c
        10 | 	wide 漢字 é😀 tenantid
           | 	              ^
        11 |
        12 | d

        """, SourceExcerpt.Of("\n\n\n\n\n\na\nb\nc\n\twide 漢字 é😀 tenantid\n\nd\ne", new("x.sql", 10, 14)).ReplaceLineEndings("\n"));

    [Fact]
    public void An_excerpt_of_a_statement_is_numbered_as_its_file() => Assert.Equal("""
        27 |   SELECT a,
        28 |     tenantid
           |     ^
        29 |   FROM t

        """, SourceExcerpt.Of("SELECT a,\r\n    tenantid\r\n  FROM t", new("x.sql", 27, 3), new("x.sql", 28, 5)));

    [Fact]
    public void A_long_line_is_cut_around_the_place()
    {
        var line = new string('a', 5000) + "X" + new string('b', 5000);

        var excerpt = SourceExcerpt.Of(line, new("x.sql", 1, 5001)).Split('\n');

        Assert.InRange(excerpt[0].Length, 60, 130);
        Assert.Equal('X', excerpt[0][excerpt[1].IndexOf('^', StringComparison.Ordinal)]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(99, 1)]
    public void A_place_that_is_nowhere_has_no_excerpt(int line, int column) =>
        Assert.DoesNotContain("^", SourceExcerpt.Of("a\nb", new SourceLocation("x.sql", line, column)), StringComparison.Ordinal);
}
