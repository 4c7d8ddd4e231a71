using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles.Merging;

/// <summary>Brings comments to what they are on.</summary>
internal sealed class CommentParts(MergedObjects objects)
{
    /// <summary>A comment on an object or on a part of one.</summary>
    public void Add(CommentedObject comment)
    {
        var target = comment.Target;
        var isSet = target.Word switch
        {
            "COLUMN" => OnColumn(comment),
            "INDEX" => OnIndex(comment),
            "POLICY" => OnPolicy(comment),
            "CONSTRAINT" => OnConstraint(comment),
            _ => OnObject(comment),
        };
        if (!isSet)
        {
            objects.Missing(target.ToString(), comment.Where);
        }
    }

    private bool OnObject(CommentedObject comment)
    {
        if ((objects.Find(comment.Target) ?? Public(comment)) is not { } found)
        {
            return false;
        }

        if (IsFree(found.Comment, comment, found))
        {
            objects.Set(found with { Comment = comment.Text });
        }

        return true;
    }

    // Every database has the schema public, so nobody has to describe it.
    private static SchemaNamespace? Public(CommentedObject comment) => comment.Target is { Word: "SCHEMA", Name: { Name: QualifiedName.DefaultSchema } name }
        ? new SchemaNamespace { Name = name with { Schema = QualifiedName.DefaultSchema } }
        : null;

    private bool OnColumn(CommentedObject comment)
    {
        var (relation, column) = (comment.Target.On!, comment.Target.Name.Name);
        switch (objects.FindRelation(relation) ?? objects.Find(SchemaKinds.Composite, relation))
        {
            case Table table when table.FindColumn(column) is { } found:
                SetColumn(comment, table, found);
                return true;
            case CompositeType type when type.Fields.FirstOrDefault(f => f.Name == column) is { } field:
                objects.Set(type with { Fields = type.Fields.Select(f => f == field ? f with { Comment = comment.Text } : f).ToEquatableArray() });
                return true;
            case SqlObject view:
                var others = view.ColumnComments.Where(c => c.Column != column);
                objects.Set(view with
                {
                    ColumnComments = (comment.Text is null ? others : others.Append(new ColumnComment(column, comment.Text)))
                        .OrderBy(c => c.Column, StringComparer.Ordinal)
                        .ToEquatableArray(),
                });
                return true;
            default:
                return false;
        }
    }

    private void SetColumn(CommentedObject comment, Table table, Column column)
    {
        if (IsFree(column.Comment, comment, table))
        {
            objects.Set(table with { Columns = table.Columns.Select(c => c.Name == column.Name ? c with { Comment = comment.Text } : c).ToEquatableArray() });
        }
    }

    private bool OnIndex(CommentedObject comment)
    {
        var (schema, name) = (comment.Target.Name.Schema, comment.Target.Name.Name);
        foreach (var found in objects.All.Where(o => o.Name.Schema == schema).ToArray())
        {
            if (found is Table table && table.Indexes.Any(i => i.Name == name))
            {
                objects.Set(table with { Indexes = WithComment(table.Indexes, name, comment.Text) });
                return true;
            }

            if (found is Table keyed && keyed.Constraints.Any(c => c.Name == name && c is PrimaryKey or UniqueConstraint or ExclusionConstraint))
            {
                objects.Set(keyed with
                {
                    PrimaryKey = keyed.PrimaryKey?.Name == name ? keyed.PrimaryKey with { IndexComment = comment.Text } : keyed.PrimaryKey,
                    Uniques = keyed.Uniques.Select(u => u.Name == name ? u with { IndexComment = comment.Text } : u).ToEquatableArray(),
                    Exclusions = keyed.Exclusions.Select(e => e.Name == name ? e with { IndexComment = comment.Text } : e).ToEquatableArray(),
                });
                return true;
            }

            if (found is SqlObject view && view.Indexes.Any(i => i.Name == name))
            {
                objects.Set(view with { Indexes = WithComment(view.Indexes, name, comment.Text) });
                return true;
            }
        }

        return false;
    }

    private static EquatableArray<TableIndex> WithComment(EquatableArray<TableIndex> indexes, string name, string? text) =>
        indexes.Select(i => i.Name == name ? i with { Comment = text } : i).ToEquatableArray();

    private bool OnPolicy(CommentedObject comment)
    {
        var name = comment.Target.Name.Name;
        if (objects.Find(SchemaKinds.Table, comment.Target.On!) is not Table table || !table.Policies.Any(p => p.Name == name))
        {
            return false;
        }

        objects.Set(table with { Policies = table.Policies.Select(p => p.Name == name ? p with { Comment = comment.Text } : p).ToEquatableArray() });
        return true;
    }

    private bool OnConstraint(CommentedObject comment)
    {
        var (owner, name) = (comment.Target.On!, comment.Target.Name.Name);
        if (comment.Target.OnDomain)
        {
            return OnDomainConstraint(owner, name, comment.Text);
        }

        if (objects.Find(SchemaKinds.Table, owner) is not Table table || !table.Constraints.Any(c => c.Name == name))
        {
            return false;
        }

        EquatableArray<T> Commented<T>(EquatableArray<T> constraints)
            where T : TableConstraint, IEquatable<T> => constraints.Select(c => c.Name == name ? c with { Comment = comment.Text } : c).ToEquatableArray();
        objects.Set(table with
        {
            PrimaryKey = table.PrimaryKey?.Name == name ? table.PrimaryKey with { Comment = comment.Text } : table.PrimaryKey,
            Uniques = Commented(table.Uniques),
            ForeignKeys = Commented(table.ForeignKeys),
            Checks = Commented(table.Checks),
            Exclusions = Commented(table.Exclusions),
        });
        return true;
    }

    private bool OnDomainConstraint(QualifiedName owner, string name, string? text)
    {
        if (objects.Find(SchemaKinds.Domain, owner) is not Domain domain || !domain.Checks.Any(c => c.Name == name))
        {
            return false;
        }

        objects.Set(domain with { Checks = domain.Checks.Select(c => c.Name == name ? c with { Comment = text } : c).ToEquatableArray() });
        return true;
    }

    /// <summary>Whether no class has said another comment already.</summary>
    private bool IsFree(string? before, CommentedObject comment, SchemaObject owner)
    {
        var isFree = before is null || before == comment.Text || objects.Places.ContainsKey((owner.Kind, owner.Name));
        if (!isFree)
        {
            objects.Twice($"comment on the {comment.Target}", objects.SourceOf(owner), comment.Where);
        }

        return isFree;
    }
}
