using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>The options of a view whose query stays.</summary>
internal static class ViewOptions
{
    /// <summary>The statements that change the options; none if more than those differs.</summary>
    public static IReadOnlyList<string> Change(SqlObject old, SqlObject @new)
    {
        if (ViewShape.Of(old.Definition) is not { } before || ViewShape.Of(@new.Definition) is not { } after || !after.HasQueryOf(before))
        {
            return [];
        }

        var alter = $"ALTER VIEW {SqlIdentifier.Quote(@new.Name)}";
        var gone = before.Options.Keys.Except(after.Options.Keys).Order(StringComparer.Ordinal).ToList();
        var set = after.Options
            .Where(o => before.Options.GetValueOrDefault(o.Key) != o.Value)
            .OrderBy(o => o.Key, StringComparer.Ordinal)
            .Select(o => $"{o.Key} = {o.Value}")
            .ToList();
        return
        [
            .. gone.Count > 0 ? [$"{alter} RESET ({string.Join(", ", gone)})"] : Array.Empty<string>(),
            .. set.Count > 0 ? [$"{alter} SET ({string.Join(", ", set)})"] : Array.Empty<string>(),
        ];
    }
}
