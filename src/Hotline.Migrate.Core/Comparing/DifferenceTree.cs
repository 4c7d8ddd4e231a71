namespace Hotline.Migrate.Comparing;

/// <summary>Draws differences for a terminal: each object with what differs in it.</summary>
public static class DifferenceTree
{
    /// <summary>The lines of the tree. A line that begins without a blank is an object; two blanks, a difference; six, a detail of it.</summary>
    public static IEnumerable<string> Lines(IEnumerable<SchemaDifference> differences)
    {
        foreach (var item in differences.GroupBy(d => (d.Kind, d.Name)))
        {
            yield return $"{item.Key.Kind} {item.Key.Name}";
            foreach (var difference in item)
            {
                yield return $"  {difference}";
                foreach (var detail in difference.Details.SelectMany(d => d.ReplaceLineEndings("\n").Split('\n')))
                {
                    yield return $"      {detail}";
                }
            }
        }
    }
}
