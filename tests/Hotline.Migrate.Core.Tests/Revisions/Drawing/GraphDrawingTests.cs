using Hotline.Migrate.Revisions;
using Hotline.Migrate.Revisions.Drawing;

namespace Hotline.Migrate.Core.Tests.Revisions.Drawing;

public sealed class GraphDrawingTests
{
    [Fact]
    public void A_line_of_revisions_has_no_rails() => Draws(
        "a, b<-a, c<-b",
        """
        ○ c
        ○ b
        ○ a
        """,
        """
        o c
        o b
        o a
        """);

    [Fact]
    public void Branches_leave_the_trunk() => Draws(
        "a, b<-a, c1<-b, d1<-c1, c2<-b",
        """
        ○   c2
        │ ○ d1
        │ ○ c1
        ├─╯
        ○   b
        ○   a
        """,
        """
        o   c2
        | o d1
        | o c1
        |/
        o   b
        o   a
        """);

    [Fact]
    public void A_merge_joins_branches() => Draws(
        "a, b<-a, c1<-b, d1<-c1, c2<-b, e<-(d1,c2), f<-e",
        """
        ○   f
        ○   e
        ├─╮
        │ ○ c2
        ○ │ d1
        ○ │ c1
        ├─╯
        ○   b
        ○   a
        """,
        """
        o   f
        o   e
        |\
        | o c2
        o | d1
        o | c1
        |/
        o   b
        o   a
        """);

    [Fact]
    public void A_diamond() => Draws(
        "a, b1<-a, b2<-a, c<-(b1,b2)",
        """
        ○   c
        ├─╮
        │ ○ b2
        ○ │ b1
        ├─╯
        ○   a
        """,
        """
        o   c
        |\
        | o b2
        o | b1
        |/
        o   a
        """);

    [Fact]
    public void A_merge_of_three() => Draws(
        "a, b1<-a, b2<-a, b3<-a, c<-(b1,b2,b3)",
        """
        ○     c
        ├─┬─╮
        │ │ ○ b3
        │ ○ │ b2
        ○ │ │ b1
        ├─┴─╯
        ○     a
        """,
        """
        o     c
        |\-\
        | | o b3
        | o | b2
        o | | b1
        |/-/
        o     a
        """);

    [Fact]
    public void Crossed_merges() => Draws(
        "a, b1<-a, b2<-a, c1<-(b1,b2), c2<-(b1,b2)",
        """
        ○       c2
        ├─╮
        │ │ ○   c1
        │ │ ├─╮
        │ ├─┼─╯
        │ ○ │   b2
        ├─┼─╯
        ○ │     b1
        ├─╯
        ○       a
        """,
        """
        o       c2
        |\
        | | o   c1
        | | |\
        | |-|/
        | o |   b2
        |-|/
        o |     b1
        |/
        o       a
        """);

    [Fact]
    public void Trees_of_a_forest_stand_apart() => Draws(
        "a1, b1<-a1, a2, b2<-a2",
        """
        ○ b2
        ○ a2

        ○ b1
        ○ a1
        """,
        """
        o b2
        o a2

        o b1
        o a1
        """);

    [Fact]
    public void A_tree_beside_an_open_rail_stands_apart() => Draws(
        "a1, a2<-a1 dep(b1), b1, z, b2<-b1 dep(z)",
        """
        ○   b2
        │ ○ z
        │
        │ ○ a2
        │ ○ a1
        ○   b1
        """,
        """
        o   b2
        | o z
        |
        | o a2
        | o a1
        o   b1
        """);

    [Fact]
    public void Marks_tell_how_a_revision_stands_to_the_database()
    {
        var graph = GraphText.Graph("a, b<-a, c<-b, d<-c, e<-d");
        RevisionMark Mark(RevisionNode node) => (RevisionMark)(node.Id[0] - 'a');

        Assert.Equal("?✖◉●○", string.Concat(GraphDrawing.Draw(graph.History(), GlyphSet.Unicode, Mark).Select(r => r.Rails)));
        Assert.Equal("?x@*o", string.Concat(GraphDrawing.Draw(graph.History(), GlyphSet.Ascii, Mark).Select(r => r.Rails)));
    }

    [Fact]
    public void A_range_leaves_out_the_rails_to_what_it_does_not_hold()
    {
        var graph = GraphText.Graph("a, b<-a, c1<-b, c2<-b, d<-(c1,c2), e<-d");

        Assert.Equal(
            """
            ○ e
            ○ d
            ○ c1
            """,
            Text(graph.History("c1:"), GlyphSet.Unicode));
    }

    [Fact]
    public void More_lines_about_a_revision_stand_beside_the_rails()
    {
        var graph = GraphText.Graph("a, b1<-a, b2<-a, c<-(b1,b2)");
        var rows = GraphDrawing.Draw(graph.History(), GlyphSet.Unicode, _ => RevisionMark.Applied);

        Assert.Equal(["●   ", "├─╮ ", "│ ● ", "● │ ", "├─╯ ", "●   "], rows.Select(r => r.Rails + " "));
        Assert.Equal(["│  ", "│ │", "│ │", "│ │", "│  ", "   "], rows.Select(r => r.Below));
    }

    [Fact]
    public void Nothing_draws_nothing() => Assert.Empty(GraphDrawing.Draw([], GlyphSet.Unicode, _ => RevisionMark.Pending));

    private static void Draws(string graph, string unicode, string ascii)
    {
        var history = GraphText.Graph(graph).History();

        Assert.Equal(unicode, Text(history, GlyphSet.Unicode), ignoreLineEndingDifferences: true);
        Assert.Equal(ascii, Text(history, GlyphSet.Ascii), ignoreLineEndingDifferences: true);
    }

    private static string Text(IReadOnlyList<RevisionNode> history, GlyphSet glyphs) =>
        string.Join('\n', GraphDrawing.Draw(history, glyphs, _ => RevisionMark.Pending).Select(r => $"{r.Rails} {r.Node?.Id}".TrimEnd()));
}
