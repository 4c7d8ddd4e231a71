using Hotline.Migrate.Descriptors.Writing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Snapshots;

/// <summary>The files of a snapshot: one canonical document per schema object. Pure; the caller reads and writes the folder.</summary>
public static class SnapshotFiles
{
    /// <summary>
    /// The files of <paramref name="schema"/>: relative path (with <c>/</c>) to content. Hints for the diff are left out.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Write(DatabaseSchema schema) => schema.Objects
        .Select(o => SnapshotHints.Strip(o))
        .ToDictionary(SnapshotPath.Of, DescriptorWriter.Write, StringComparer.Ordinal);
}
