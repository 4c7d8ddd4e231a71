using Hotline.Migrate.Comparing;
using Hotline.Migrate.Descriptors.Writing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Inspecting;

/// <summary>Objects of the schema model that differ without an operation that says so. Whoever compares must be told of them all the same.</summary>
internal static class UnplannedDifferences
{
    /// <summary>Finds them among the kinds that are their statement or a list of grants.</summary>
    public static IEnumerable<SchemaDifference> Find(DatabaseSchema expected, DatabaseSchema found, IEnumerable<SchemaDifference> planned)
    {
        var told = planned.Select(d => (d.Kind, d.Name)).ToHashSet();
        var old = ByName(expected);
        var @new = ByName(found);
        return from key in old.Keys.Union(@new.Keys).OrderBy(k => k.Kind, StringComparer.Ordinal).ThenBy(k => k.Name)
            where !told.Contains(key)
            let was = old.GetValueOrDefault(key)
            let now = @new.GetValueOrDefault(key)
            where was != now
            select new SchemaDifference(
                was is null ? '+' : now is null ? '-' : '~', key.Kind, key.Name, null, $"{key.Kind.Replace('_', ' ')} {key.Name}", Lines(was, now));
    }

    private static EquatableArray<string> Lines(SchemaObject? was, SchemaObject? now) => was is null || now is null
        ? []
        : DefinitionLines.Changed(DescriptorWriter.Write(was), DescriptorWriter.Write(now));

    private static Dictionary<(string Kind, QualifiedName Name), SchemaObject> ByName(DatabaseSchema schema) =>
        schema.Objects.Where(o => o is SqlObject or Privileges or DefaultPrivileges).ToDictionary(o => (o.Kind, o.Name));
}
