namespace Hotline.Migrate.Revisions.Drawing;

/// <summary>Keeps the rails between the revisions drawn so far and the parents still to come.</summary>
/// <remarks>
/// A revision's first parent stays on its rail, the others open rails to the right; rails that lead to the same revision close into
/// the leftmost of them.
/// </remarks>
internal sealed class RailDrawer(GlyphSet glyphs)
{
    private readonly List<string?> rails = [];
    private readonly List<GraphRow> rows = [];

    /// <summary>The rail on which the revision of the last row ended.</summary>
    private int? endedOn;

    public IReadOnlyList<GraphRow> Rows => rows;

    public void Add(RevisionNode node, char mark, IReadOnlyList<string> parents)
    {
        var at = Enter(node.Id);
        var line = RailLine();
        line[2 * at] = mark;
        rails[at] = parents is [var first, ..] ? first : null;
        rows.Add(new(Text(line), node, Text(RailLine())));
        endedOn = parents is [] ? at : null;

        if (parents.Count > 1)
        {
            Open(at, [.. parents.Skip(1)]);
        }

        TrimFreeRails();
    }

    /// <summary>The rail that leads to the revision, after closing the others that do; a free one for a head.</summary>
    private int Enter(string id)
    {
        int[] leading = [.. Enumerable.Range(0, rails.Count).Where(rail => rails[rail] == id)];
        if (leading is [])
        {
            var free = Free(from: 0);
            if (free == endedOn)
            {
                // Without a line between them a root would look like the child of this head.
                AddConnection(RailLine());
            }

            rails[free] = id;
            return free;
        }

        if (leading is [var kept, .. { Length: > 0 } closing])
        {
            var line = Level(kept, closing, glyphs.Closing, glyphs.LastClosing);
            foreach (var rail in closing)
            {
                rails[rail] = null;
            }

            AddConnection(line);
        }

        return leading[0];
    }

    private void Open(int at, IReadOnlyList<string> parents)
    {
        var opened = new List<int>();
        foreach (var parent in parents)
        {
            var rail = Free(from: at + 1);
            rails[rail] = parent;
            opened.Add(rail);
        }

        AddConnection(Level(at, opened, glyphs.Opening, glyphs.LastOpening));
    }

    private int Free(int from)
    {
        var free = rails.FindIndex(Math.Min(from, rails.Count), rail => rail is null);
        if (free < 0)
        {
            rails.Add(null);
            free = rails.Count - 1;
        }

        return free;
    }

    private void AddConnection(char[] line) => rows.Add(new(Text(line), null, Text(RailLine())));

    private char[] RailLine()
    {
        var line = new char[2 * rails.Count];
        Array.Fill(line, ' ');
        for (var rail = 0; rail < rails.Count; rail++)
        {
            line[2 * rail] = rails[rail] is null ? ' ' : glyphs.Rail;
        }

        return line;
    }

    /// <summary>A level line from rail <paramref name="at"/> to the <paramref name="others"/> right of it.</summary>
    private char[] Level(int at, IReadOnlyList<int> others, char each, char last)
    {
        var line = RailLine();
        var shift = glyphs.IsSlanted ? -1 : 0;
        for (var place = (2 * at) + 1; place < (2 * others[^1]) + shift; place++)
        {
            var isRail = place % 2 == 0 && rails[place / 2] is not null && !others.Contains(place / 2);
            line[place] = isRail ? glyphs.Crossing : glyphs.Level;
        }

        line[2 * at] = glyphs.Corner;
        foreach (var rail in others)
        {
            line[(2 * rail) + shift] = rail == others[^1] ? last : each;
        }

        if (glyphs.IsSlanted)
        {
            line[2 * others[^1]] = ' ';
        }

        return line;
    }

    private void TrimFreeRails()
    {
        var used = rails.FindLastIndex(rail => rail is not null) + 1;
        rails.RemoveRange(used, rails.Count - used);
    }

    private static string Text(char[] line) => new string(line).TrimEnd();
}
