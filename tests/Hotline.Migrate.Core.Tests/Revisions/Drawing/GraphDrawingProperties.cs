using CsCheck;
using Hotline.Migrate.Revisions.Drawing;

namespace Hotline.Migrate.Core.Tests.Revisions.Drawing;

public sealed class GraphDrawingProperties
{
    [Fact]
    public void The_lines_of_a_drawing_are_the_edges_of_the_graph() => RandomGraphs.Graphs.Sample(graph =>
    {
        var rows = GraphDrawing.Draw(graph.History(), GlyphSet.Unicode, _ => RevisionMark.Applied);

        Assert.Equal(graph.History().Select(n => n.Id), rows.Select(r => r.Node?.Id).OfType<string>());
        Assert.Equal(
            graph.Revisions.SelectMany(n => n.Parents.Select(p => $"{n.Id} on {p}")).Order(StringComparer.Ordinal),
            DrawingReader.Edges(rows).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Both_glyph_sets_draw_the_same_lines() => RandomGraphs.Graphs.Sample(graph =>
    {
        var unicode = GraphDrawing.Draw(graph.History(), GlyphSet.Unicode, _ => RevisionMark.Applied);
        var ascii = GraphDrawing.Draw(graph.History(), GlyphSet.Ascii, _ => RevisionMark.Applied);

        Assert.Equal(unicode.Select(r => (r.Node, Rails(r.Below))), ascii.Select(r => (r.Node, Rails(r.Below))));
        Assert.All(ascii, row => Assert.True(row.Rails.All(char.IsAscii)));
        Assert.Single(unicode.Concat(ascii).Select(r => r.Rails.Length).Distinct());
    });

    private static string Rails(string below) => below.Replace('│', '|');
}
