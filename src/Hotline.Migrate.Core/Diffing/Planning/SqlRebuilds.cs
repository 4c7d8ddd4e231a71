using Hotline.Migrate.Diffing.Definitions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Which objects that stay have to be dropped before and created after, because of what changes under them.</summary>
internal sealed class SqlRebuilds
{
    private readonly UsesReader old;
    private readonly HashSet<SchemaKey> gone = [];
    private readonly HashSet<SchemaKey> changed = [];
    private readonly HashSet<(string Kind, QualifiedName Name)> recreated = [];

    private SqlRebuilds(UsesReader old) => this.old = old;

    public static SqlRebuilds Of(PlanContext context, Rebuilds rebuilds)
    {
        var result = new SqlRebuilds(context.OldUses);
        result.Gone(context);
        result.Changed(context, rebuilds);
        result.Close(context);
        return result;
    }

    /// <summary>Whether the object is dropped and created again.</summary>
    public bool Recreates(SqlObject sqlObject) => recreated.Contains((sqlObject.Kind, sqlObject.Name));

    /// <summary>Whether an expression of a table names something that goes or is made anew.</summary>
    public bool Breaks(string? sql, string schema) => Broken(sql, schema).Any();

    /// <summary>What an expression of a table names that goes or is made anew.</summary>
    public IEnumerable<SchemaKey> Broken(string? sql, string schema) =>
        old.OfExpression(sql, schema).Where(k => gone.Contains(k) || changed.Contains(k));

    private void Gone(PlanContext context)
    {
        foreach (var table in context.From.Tables.Where(t => context.To.Find<Table>(t.Name) is null && !context.Open.Tables.Contains(t.Name)))
        {
            gone.UnionWith(TableKeys.Owned(table));
        }

        foreach (var table in context.Tables)
        {
            gone.UnionWith(table.Old.Columns
                .Where(c => table.New.FindColumn(c.Name) is null && !context.Open.Columns.Contains((table.Name, c.Name)))
                .Select(c => SchemaKey.Column(table.Name, c.Name)));
        }

        foreach (var lost in context.From.Objects.Where(o => !context.To.Objects.Any(n => n.Kind == o.Kind && n.Name == o.Name)))
        {
            switch (lost)
            {
                case SqlObject sqlObject:
                    (HasNewOverload(context, sqlObject) ? changed : gone).UnionWith(SchemaKey.MadeBy(sqlObject));
                    break;
                case EnumType type when !context.Open.Enums.Contains(type.Name):
                case Domain or CompositeType:
                    gone.Add(SchemaKey.Type(lost.Name));
                    break;
                case Sequence:
                    gone.Add(SchemaKey.Relation(lost.Name));
                    break;
            }
        }
    }

    // What calls it cannot be replaced while both are there, for it might mean either.
    private static bool HasNewOverload(PlanContext context, SqlObject lost) => lost.Arguments is not null
        && context.To.Objects.OfType<SqlObject>().Any(o => o.Arguments is not null && SchemaKey.OldOverloads(o) == SchemaKey.OldOverloads(lost)
            && !context.From.Objects.Any(f => f.Kind == o.Kind && f.Name == o.Name));

    private void Changed(PlanContext context, Rebuilds rebuilds)
    {
        foreach (var table in context.Tables)
        {
            changed.UnionWith(table.Columns
                .Where(c => rebuilds.Rewrites(table.Name, c.New.Name) || c.Old.Type != c.New.Type)
                .Select(c => SchemaKey.Column(table.Name, c.New.Name)));
            if (table.Old.PrimaryKey is { } key && (table.New.PrimaryKey is not { } stays || !ConstraintShape.Same(key, stays) || rebuilds.Affects(table.New, stays)))
            {
                changed.Add(SchemaKey.Constraint(table.Name, key.Name));
            }
        }

        changed.UnionWith(context.From.Objects
            .Where(o => (o is EnumType or Domain or CompositeType && context.Replacements.Contains(o.Name)) || (o is CompositeType type && CompositePlanner.Retypes(context, type)))
            .Select(o => SchemaKey.Type(o.Name)));
    }

    private void Close(PlanContext context)
    {
        var waiting = context.SqlObjects.ToList();
        int count;
        do
        {
            count = waiting.Count;
            foreach (var pair in waiting.Where(p => IsRecreated(context, p)).ToList())
            {
                waiting.Remove(pair);
                recreated.Add((pair.New.Kind, pair.New.Name));
                changed.UnionWith(SchemaKey.MadeBy(pair.Old));
            }
        }
        while (waiting.Count < count);
    }

    private bool IsRecreated(PlanContext context, SqlObjectPair pair)
    {
        if (pair.Change == SqlObjectChange.Recreate)
        {
            return true;
        }

        var uses = context.OldUses.Of(pair.Old);
        if (uses.Held.Any(changed.Contains))
        {
            return true;
        }

        // What goes is in the way only where the new definition does not let it go by itself.
        return uses.Held.Any(gone.Contains)
            && (pair.Change == SqlObjectChange.None || context.NewUses.Of(pair.New).Held.Any(gone.Contains));
    }
}
