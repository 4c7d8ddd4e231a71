using Hotline.Migrate.Descriptors;
using Hotline.Migrate.Descriptors.Writing;
using Hotline.Migrate.Diagnostics;
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

    /// <summary>The schema that the files hold. Files whose name starts with a dot are not looked at.</summary>
    /// <param name="files">Relative path in the snapshot folder to content; the path may have either kind of slash.</param>
    /// <param name="folder">The snapshot folder as messages name it.</param>
    /// <exception cref="DiagnosticException">
    /// A file is no document of a schema object (HM0140), does not belong there (HM0141), or holds another object than its name says
    /// (HM0142). All such files are named.
    /// </exception>
    public static DatabaseSchema Read(IEnumerable<KeyValuePair<string, string>> files, string folder = "")
    {
        var objects = new List<SchemaObject>();
        var errors = new List<Diagnostic>();
        foreach (var (path, content) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var relative = path.Replace('\\', '/');
            if (relative.Split('/')[^1].StartsWith('.'))
            {
                continue;
            }

            var where = new SourceLocation(Path.Combine(folder, path));
            if (Problem(relative, content, where, objects) is { } error)
            {
                errors.Add(error);
            }
        }

        return errors.Count > 0
            ? throw new DiagnosticException(FailureKind.Usage, errors)
            : DatabaseSchema.Of(objects);
    }

    private static Diagnostic? Problem(string path, string content, SourceLocation where, List<SchemaObject> objects)
    {
        if (!SnapshotPath.HasForm(path))
        {
            return SnapshotDiagnostics.Foreign(where);
        }

        try
        {
            var schemaObject = DescriptorReader.Read(content);
            if (SnapshotPath.Of(schemaObject) != path)
            {
                return SnapshotDiagnostics.Misplaced(where, schemaObject);
            }

            objects.Add(schemaObject);
            return null;
        }
        catch (DiagnosticException exception)
        {
            return SnapshotDiagnostics.Invalid(where, content, exception.Diagnostics[0].Summary);
        }
    }
}
