using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Storage parameters.</summary>
internal static class StorageSql
{
    public static IEnumerable<string> Set(string alter, EquatableArray<string> old, EquatableArray<string> @new)
    {
        var kept = @new.Select(Key).ToHashSet(StringComparer.Ordinal);
        var gone = old.Select(Key).Where(k => !kept.Contains(k)).ToList();
        if (gone.Count > 0)
        {
            yield return $"{alter} RESET ({string.Join(", ", gone)})";
        }

        var set = @new.Where(p => !old.Contains(p)).ToList();
        if (set.Count > 0)
        {
            yield return $"{alter} SET ({string.Join(", ", set)})";
        }
    }

    private static string Key(string parameter) => parameter.Split('=')[0].Trim();
}
