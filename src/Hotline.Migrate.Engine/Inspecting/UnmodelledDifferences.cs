using Hotline.Migrate.Comparing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Inspecting;

/// <summary>Compares objects that the schema model does not know by what PostgreSQL says of them.</summary>
internal static class UnmodelledDifferences
{
    public static IEnumerable<UnmodelledDifference> Find(IEnumerable<UnmodelledObject> expected, IEnumerable<UnmodelledObject> found)
    {
        var old = ByName(expected);
        var @new = ByName(found);
        foreach (var key in old.Keys.Union(@new.Keys).OrderBy(k => k.Kind, StringComparer.Ordinal).ThenBy(k => k.Name))
        {
            switch (old.GetValueOrDefault(key), @new.GetValueOrDefault(key))
            {
                case ({ } gone, null):
                    yield return new(Difference('-', gone, []), gone, null);
                    break;
                case (null, { } come):
                    yield return new(Difference('+', come, []), null, come);
                    break;
                case ({ } was, { } now) when was.Definition != now.Definition:
                    yield return new(Difference('~', now, DefinitionLines.Changed(was.Definition!, now.Definition!)), was, now);
                    break;
            }
        }
    }

    private static Dictionary<(string Kind, QualifiedName Name), UnmodelledObject> ByName(IEnumerable<UnmodelledObject> objects) =>
        objects.Where(o => o.Definition is not null).ToDictionary(o => (o.Kind, o.Name));

    private static SchemaDifference Difference(char sign, UnmodelledObject item, EquatableArray<string> details) =>
        new(sign, item.Kind, item.Name, null, item.ToString(), details);
}
