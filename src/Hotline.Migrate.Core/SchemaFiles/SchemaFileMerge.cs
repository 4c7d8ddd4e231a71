using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles.Merging;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles;

/// <summary>Puts what schema files describe to what model classes describe.</summary>
public static class SchemaFileMerge
{
    /// <summary>The whole of it. The order of the files decides only where what they say depends on order: grants, additions.</summary>
    /// <param name="classes">What the model classes describe.</param>
    /// <param name="files">The files; they are taken in the order of their paths.</param>
    /// <param name="source">Tells for messages where an object of <paramref name="classes"/> comes from.</param>
    public static SchemaFileResult Merge(DatabaseSchema classes, IEnumerable<SchemaFile> files, Func<SchemaObject, string> source)
    {
        var objects = new MergedObjects(classes, source);
        var statements = new List<SchemaStatement>();
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            var (read, problems) = SchemaFileReader.Read(file);
            statements.AddRange(read);
            objects.Diagnostics.AddRange(problems);
        }

        // Objects first: what completes them may stand in a file before theirs.
        foreach (var created in statements.OfType<CreatedObject>())
        {
            objects.Create(created.Object, created.Where);
        }

        var parts = new TableParts(objects);
        var privileges = new PrivilegeParts(objects);
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case CreatedIndex index:
                    parts.Add(index);
                    break;
                case CreatedPolicy policy:
                    parts.Add(policy);
                    break;
                case RowSecuritySwitch rowSecurity:
                    parts.Switch(rowSecurity);
                    break;
                case AddedDomainCheck check:
                    objects.Add(check);
                    break;
                case OwnedSequence owned:
                    parts.Own(owned);
                    break;
                case CompletedObject completed:
                    parts.Complete(completed);
                    break;
                case ChangedPrivileges changed:
                    privileges.Change(changed);
                    break;
                case ChangedDefaultPrivileges changed:
                    privileges.Change(changed);
                    break;
            }
        }

        // Comments last: they may be on an index or a policy.
        parts.Finish();
        privileges.Finish();
        var comments = new CommentParts(objects);
        foreach (var comment in statements.OfType<CommentedObject>())
        {
            comments.Add(comment);
        }

        objects.CheckRelations();
        var hasErrors = objects.Diagnostics.Exists(d => d.Severity == DiagnosticSeverity.Error);
        return new SchemaFileResult(hasErrors ? classes : objects.Schema(), objects.Places, objects.Diagnostics);
    }
}
