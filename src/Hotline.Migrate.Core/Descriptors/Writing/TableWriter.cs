using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Descriptors.Writing;

/// <summary>Writes the members of a table's document.</summary>
internal static class TableWriter
{
    /// <summary>Writes everything but the members that all kinds have.</summary>
    public static void Write(CanonicalJsonWriter json, Table table)
    {
        List(json, "columns", table.Columns, Column);
        if (table.PrimaryKey is { } key)
        {
            json.StartObject("primaryKey");
            PrimaryKeyOf(json, key);
            json.EndObject();
        }

        List(json, "uniques", table.Uniques, Unique);
        List(json, "checks", table.Checks, Check);
        List(json, "exclusions", table.Exclusions, Exclusion);
        List(json, "foreignKeys", table.ForeignKeys, ForeignKeyOf);
        List(json, "indexes", table.Indexes, Index);
        List(json, "policies", table.Policies, PolicyOf);
        if (table.RowSecurity != RowSecurity.Disabled)
        {
            json.Text("rowSecurity", table.RowSecurity == RowSecurity.Forced ? "forced" : "enabled");
        }

        if (table.Partitioning is { } partitioning)
        {
            json.StartObject("partitioning");
            json.Text("strategy", partitioning.Strategy);
            DescriptorWriter.Texts(json, "keys", partitioning.Keys);
            json.EndObject();
        }

        if (table.PartitionOf is { } partitionOf)
        {
            json.StartObject("partitionOf");
            DescriptorWriter.Optional(json, "parent", partitionOf.Parent);
            json.Text("bound", partitionOf.Bound);
            json.EndObject();
        }

        DescriptorWriter.Names(json, "inherits", table.Inherits);
        DescriptorWriter.Optional(json, "replicaIdentity", table.ReplicaIdentity);
        DescriptorWriter.Optional(json, "clusteredOn", table.ClusteredOn);
        DescriptorWriter.Optional(json, "tablespace", table.Tablespace);
        DescriptorWriter.Texts(json, "storageParameters", table.StorageParameters);
        DescriptorWriter.Optional(json, "unlogged", table.Unlogged);
        DescriptorWriter.Optional(json, "tenantKey", table.TenantKey);
        DescriptorWriter.Optional(json, "renamedFrom", table.RenamedFrom);
    }

    internal static void List<T>(CanonicalJsonWriter json, string name, EquatableArray<T> items, Action<CanonicalJsonWriter, T> write)
        where T : IEquatable<T>
    {
        if (items.IsEmpty)
        {
            return;
        }

        json.StartList(name);
        foreach (var item in items)
        {
            json.StartObject();
            write(json, item);
            json.EndObject();
        }

        json.EndList();
    }

    private static void Column(CanonicalJsonWriter json, Column column)
    {
        json.Text("name", column.Name);
        json.Text("type", column.Type);
        DescriptorWriter.Optional(json, "nullable", column.Nullable);
        DescriptorWriter.Optional(json, "default", column.Default);
        if (column.Identity is { } identity)
        {
            json.StartObject("identity");
            DescriptorWriter.Optional(json, "always", identity.Always);
            DescriptorWriter.Options(json, identity.Options);
            json.EndObject();
        }

        if (column.Generated is { } generated)
        {
            json.StartObject("generated");
            json.Text("expression", generated.Expression);
            DescriptorWriter.Optional(json, "virtual", generated.Virtual);
            json.EndObject();
        }

        DescriptorWriter.Optional(json, "collation", column.Collation);
        DescriptorWriter.Optional(json, "storage", column.Storage);
        DescriptorWriter.Optional(json, "compression", column.Compression);
        DescriptorWriter.Optional(json, "comment", column.Comment);
        DescriptorWriter.Optional(json, "renamedFrom", column.RenamedFrom);
        DescriptorWriter.Optional(json, "backfill", column.Backfill);
    }

    private static void Constraint(CanonicalJsonWriter json, TableConstraint constraint)
    {
        json.Text("name", constraint.Name);
        DescriptorWriter.Optional(json, "comment", constraint.Comment);
        DescriptorWriter.Optional(json, "indexComment", constraint.IndexComment);
        if (constraint.Deferrability != Deferrability.NotDeferrable)
        {
            json.Text("deferrable", constraint.Deferrability == Deferrability.InitiallyDeferred ? "deferred" : "immediate");
        }
    }

    private static void PrimaryKeyOf(CanonicalJsonWriter json, PrimaryKey key)
    {
        Constraint(json, key);
        DescriptorWriter.Texts(json, "columns", key.Columns);
        DescriptorWriter.Texts(json, "include", key.Include);
        DescriptorWriter.Optional(json, "withoutOverlaps", key.WithoutOverlaps);
    }

    private static void Unique(CanonicalJsonWriter json, UniqueConstraint unique)
    {
        Constraint(json, unique);
        DescriptorWriter.Texts(json, "columns", unique.Columns);
        DescriptorWriter.Texts(json, "include", unique.Include);
        DescriptorWriter.Optional(json, "nullsNotDistinct", unique.NullsNotDistinct);
        DescriptorWriter.Optional(json, "withoutOverlaps", unique.WithoutOverlaps);
    }

    internal static void Check(CanonicalJsonWriter json, CheckConstraint check)
    {
        Constraint(json, check);
        json.Text("expression", check.Expression);
        DescriptorWriter.Optional(json, "noInherit", check.NoInherit);
        DescriptorWriter.Optional(json, "notValid", check.NotValid);
        DescriptorWriter.Optional(json, "notEnforced", check.NotEnforced);
    }

    private static void Exclusion(CanonicalJsonWriter json, ExclusionConstraint exclusion)
    {
        Constraint(json, exclusion);
        json.Text("method", exclusion.Method);
        DescriptorWriter.Texts(json, "elements", exclusion.Elements);
        DescriptorWriter.Optional(json, "where", exclusion.Where);
    }

    private static void ForeignKeyOf(CanonicalJsonWriter json, ForeignKey key)
    {
        Constraint(json, key);
        DescriptorWriter.Texts(json, "columns", key.Columns);
        DescriptorWriter.Optional(json, "references", key.References);
        DescriptorWriter.Texts(json, "referencedColumns", key.ReferencedColumns);
        Action(json, "onDelete", key.OnDelete);
        Action(json, "onUpdate", key.OnUpdate);
        DescriptorWriter.Texts(json, "onDeleteColumns", key.OnDeleteColumns);
        DescriptorWriter.Optional(json, "matchFull", key.MatchFull);
        DescriptorWriter.Optional(json, "period", key.Period);
        DescriptorWriter.Optional(json, "notValid", key.NotValid);
        DescriptorWriter.Optional(json, "notEnforced", key.NotEnforced);
    }

    private static void Action(CanonicalJsonWriter json, string name, ReferentialAction action)
    {
        if (action != ReferentialAction.NoAction)
        {
            json.Text(name, action switch
            {
                ReferentialAction.Restrict => "restrict",
                ReferentialAction.Cascade => "cascade",
                ReferentialAction.SetNull => "set null",
                _ => "set default",
            });
        }
    }

    internal static void Index(CanonicalJsonWriter json, TableIndex index)
    {
        json.Text("name", index.Name);
        List(json, "elements", index.Elements, Element);
        if (index.Method != TableIndex.DefaultMethod)
        {
            json.Text("method", index.Method);
        }

        DescriptorWriter.Optional(json, "unique", index.Unique);
        DescriptorWriter.Optional(json, "nullsNotDistinct", index.NullsNotDistinct);
        DescriptorWriter.Texts(json, "include", index.Include);
        DescriptorWriter.Optional(json, "where", index.Where);
        DescriptorWriter.Texts(json, "storageParameters", index.StorageParameters);
        DescriptorWriter.Optional(json, "tablespace", index.Tablespace);
        DescriptorWriter.Optional(json, "invalid", index.Invalid);
        DescriptorWriter.Optional(json, "comment", index.Comment);
    }

    private static void Element(CanonicalJsonWriter json, IndexElement element)
    {
        DescriptorWriter.Optional(json, "column", element.Column);
        DescriptorWriter.Optional(json, "expression", element.Expression);
        DescriptorWriter.Optional(json, "descending", element.Descending);
        if (element.Nulls != NullsOrder.Default)
        {
            json.Text("nulls", element.Nulls == NullsOrder.First ? "first" : "last");
        }

        DescriptorWriter.Optional(json, "operatorClass", element.OperatorClass);
        DescriptorWriter.Optional(json, "collation", element.Collation);
    }

    private static void PolicyOf(CanonicalJsonWriter json, Policy policy)
    {
        json.Text("name", policy.Name);
        if (policy.Command != "ALL")
        {
            json.Text("command", policy.Command);
        }

        DescriptorWriter.Optional(json, "restrictive", policy.Restrictive);
        DescriptorWriter.Texts(json, "roles", policy.Roles);
        DescriptorWriter.Optional(json, "using", policy.Using);
        DescriptorWriter.Optional(json, "withCheck", policy.WithCheck);
        DescriptorWriter.Optional(json, "comment", policy.Comment);
    }
}
