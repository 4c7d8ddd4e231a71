using System.Collections.Immutable;
using System.Globalization;
using Hotline.Migrate.Generator.Models;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Emitting;

/// <summary>Gathers what several models need: each object once, in an order that does not depend on that of the files.</summary>
internal static class SharedFiles
{
    /// <summary>A file for each object. Two that differ under one name are both kept, as the build reports such.</summary>
    public static IEnumerable<DescriptorFile> Of(ImmutableArray<EquatableArray<SharedObject>> ofModels, EquatableArray<SharedObject> ofAssembly)
    {
        var groups = ofModels.SelectMany(objects => objects)
            .Concat(ofAssembly)
            .GroupBy(o => (o.Object.Kind, o.Object.Name))
            .OrderBy(g => g.Key.Kind, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Name);
        foreach (var group in groups)
        {
            var number = 1;
            foreach (var shared in Said(group))
            {
                var suffix = number == 1 ? "" : "." + number.ToString(CultureInfo.InvariantCulture);
                yield return new DescriptorFile(
                    HintNames.Of($"{group.Key.Kind}.{group.Key.Name.Schema}.{group.Key.Name.Name}{suffix}"),
                    shared.Type,
                    shared.Members,
                    [shared.Object]);
                number++;
            }
        }
    }

    // An extension that a column's type needs, or a schema that a table is in, gives way to the one that an attribute says more of.
    private static IEnumerable<SharedObject> Said(IEnumerable<SharedObject> objects)
    {
        // Two enums may describe one type; the first by name stands for it.
        IReadOnlyList<SharedObject> distinct = [.. objects.GroupBy(o => o.Object).Select(g => g.OrderBy(o => o.Type, StringComparer.Ordinal).First())];
        var said = distinct.Where(o => o.Object is not (Extension { InstallSchema: null, Version: null } or SchemaNamespace { Comment: null })).ToList();
        return said.Count > 0 ? said : distinct;
    }
}
