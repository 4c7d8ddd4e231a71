using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Renames;

/// <summary>Reads <c>old=new</c> of a renamed label. Labels may hold <c>=</c> themselves, so the new one decides where it is cut.</summary>
internal static class LabelHint
{
    public static IEnumerable<(string Old, string New)> Of(string hint, EquatableArray<string> labels) => hint
        .Select((c, i) => (Char: c, At: i))
        .Where(p => p.Char == '=')
        .Select(p => (Old: hint[..p.At], New: hint[(p.At + 1)..]))
        .Where(h => labels.Contains(h.New));
}
