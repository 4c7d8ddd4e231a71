using Hotline.Migrate.Revisions.Drawing;

namespace Hotline.Migrate.Core.Tests.Revisions.Drawing;

/// <summary>Follows the lines of a drawing as an eye does, and tells what they connect.</summary>
internal static class DrawingReader
{
    /// <summary><c>child on parent</c> for each line that comes from one revision and ends at another.</summary>
    public static IEnumerable<string> Edges(IEnumerable<GraphRow> rows)
    {
        var carried = new Dictionary<int, HashSet<string>>();
        foreach (var row in rows)
        {
            if (row.Node is { } node)
            {
                var at = row.Rails.IndexOf('●', StringComparison.Ordinal);
                foreach (var child in carried.GetValueOrDefault(at) ?? [])
                {
                    yield return $"{child} on {node.Id}";
                }

                carried[at] = [node.Id];
            }

            Level(row.Rails, carried);
            foreach (var place in carried.Keys.Where(place => place >= row.Rails.Length || row.Rails[place] is ' ' or '╯' or '┴').ToArray())
            {
                carried.Remove(place);
            }
        }
    }

    private static void Level(string line, Dictionary<int, HashSet<string>> carried)
    {
        var corner = line.IndexOf('├', StringComparison.Ordinal);
        for (var place = corner + 1; corner >= 0 && place < line.Length; place++)
        {
            if (line[place] is '╮' or '┬')
            {
                carried[place] = [.. carried[corner]];
            }
            else if (line[place] is '╯' or '┴')
            {
                carried[corner].UnionWith(carried[place]);
            }
        }
    }
}
