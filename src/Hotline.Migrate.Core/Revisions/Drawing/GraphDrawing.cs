namespace Hotline.Migrate.Revisions.Drawing;

/// <summary>Draws revisions and the lines between them and their parents.</summary>
public static class GraphDrawing
{
    /// <summary>The lines of the drawing, the newest revision first.</summary>
    /// <param name="newestFirst">
    /// The revisions, each before its parents, as <see cref="RevisionGraph.History"/> gives them. Parents that are not among them are left out.
    /// </param>
    /// <param name="glyphs">The characters.</param>
    /// <param name="mark">How a revision stands to the database.</param>
    public static IReadOnlyList<GraphRow> Draw(IReadOnlyList<RevisionNode> newestFirst, GlyphSet glyphs, Func<RevisionNode, RevisionMark> mark)
    {
        var drawn = newestFirst.Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        var drawer = new RailDrawer(glyphs);
        foreach (var node in newestFirst)
        {
            drawer.Add(node, glyphs[mark(node)], [.. node.Parents.Where(drawn.Contains)]);
        }

        // Slashes end a place early; rounding up gives both glyph sets the same columns.
        var width = drawer.Rows.Select(row => row.Rails.Length).DefaultIfEmpty().Max() | 1;
        return [.. drawer.Rows.Select(row => row with { Rails = row.Rails.PadRight(width), Below = row.Below.PadRight(width) })];
    }
}
