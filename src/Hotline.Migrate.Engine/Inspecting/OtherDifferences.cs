using Hotline.Migrate.Comparing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Inspecting;

/// <summary>Compares objects that the schema model does not know by their definitions.</summary>
internal static class OtherDifferences
{
    public static IEnumerable<SchemaDifference> Find(IEnumerable<OtherObject> expected, IEnumerable<OtherObject> found)
    {
        var old = expected.ToDictionary(Key);
        var @new = found.ToDictionary(Key);
        foreach (var key in old.Keys.Union(@new.Keys).OrderBy(k => k.Kind, StringComparer.Ordinal).ThenBy(k => k.Name).ThenBy(k => k.Member, StringComparer.Ordinal))
        {
            switch (old.GetValueOrDefault(key), @new.GetValueOrDefault(key))
            {
                case ({ } gone, null):
                    yield return Difference('-', gone, []);
                    break;
                case (null, { } come):
                    yield return Difference('+', come, []);
                    break;
                case ({ } was, { } now) when was.Definition != now.Definition:
                    yield return Difference('~', now, Lines(was.Definition, now.Definition));
                    break;
            }
        }
    }

    private static (string Kind, QualifiedName Name, string? Member) Key(OtherObject item) => (item.Kind, item.Name, item.Member);

    private static SchemaDifference Difference(char sign, OtherObject item, EquatableArray<string> details) => new(
        sign,
        item.Member is null ? item.Kind : SchemaKinds.Table,
        item.Name,
        item.Member,
        item.Member is null ? $"{item.Kind} {item.Name}" : $"{item.Kind} {item.Member} on {item.Name}",
        details);

    private static EquatableArray<string> Lines(string expected, string found)
    {
        string[] old = expected.ReplaceLineEndings("\n").Split('\n');
        string[] @new = found.ReplaceLineEndings("\n").Split('\n');
        return
        [
            .. old.Except(@new, StringComparer.Ordinal).Select(line => "expected " + line.Trim()),
            .. @new.Except(old, StringComparer.Ordinal).Select(line => "found    " + line.Trim()),
        ];
    }
}
