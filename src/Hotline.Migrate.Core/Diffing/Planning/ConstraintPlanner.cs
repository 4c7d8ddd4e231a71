using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Constraints of a table that stays.</summary>
internal static class ConstraintPlanner
{
    public static void Plan(PlanContext context, TablePair table, Rebuilds rebuilds)
    {
        var old = table.Old.Constraints.ToDictionary(c => c.Name, StringComparer.Ordinal);
        var @new = table.New.Constraints.ToDictionary(c => c.Name, StringComparer.Ordinal);
        foreach (var (gone, come) in Renames(old, @new).Where(r => !Rebuilt(context, table, r.Old, r.New, rebuilds)))
        {
            context.Add(Renaming(table.Name, gone.Name, come.Name, come is PrimaryKey or UniqueConstraint or ExclusionConstraint));
            old.Remove(gone.Name);
            old[come.Name] = Renamed(gone, come.Name);
        }

        var taken = OnlineChanges.TakenOver(table, rebuilds);
        foreach (var name in old.Keys.Union(@new.Keys).Order(StringComparer.Ordinal))
        {
            Change(context, table, old.GetValueOrDefault(name), @new.GetValueOrDefault(name), rebuilds, taken.GetValueOrDefault(name));
        }
    }

    public static PlannedOperation Adding(Table table, TableConstraint constraint, OperationRank rank) =>
        Adding(table, new AddConstraint(table.Name, constraint), rank);

    public static PlannedOperation Dropping(Table table, TableConstraint constraint, OperationRank rank) =>
        new(new DropConstraint(table.Name, constraint))
        {
            Rank = rank,
            Removes = [.. TableKeys.Owned(table.Name, constraint)],
            Frees = [SchemaKey.OldExtensions, .. TableKeys.Used(table, constraint)],
        };

    private static PlannedOperation Adding(Table table, AddConstraint add, OperationRank rank) => new(add)
    {
        Rank = rank,
        Makes = [.. TableKeys.Owned(table.Name, add.Constraint)],
        Needs = [SchemaKey.Extensions, SchemaKey.Relation(table.Name), .. TableKeys.Used(table, add.Constraint)],
        Removes = [.. add.UsingIndex is { } index ? TableKeys.Owned(table.Name, index) : []],
    };

    private static void Change(
        PlanContext context, TablePair table, TableConstraint? old, TableConstraint? @new, Rebuilds rebuilds, TableIndex? index)
    {
        if (old is not null && @new is not null && !Rebuilt(context, table, old, @new, rebuilds))
        {
            var operation = InPlace(table.Name, old, @new);
            if (operation is not null)
            {
                context.Add(new PlannedOperation(operation) { Rank = TablePlanner.Rank(table.Name, TablePart.AddConstraint, @new.Name) });
            }

            if (operation is not null || ConstraintShape.Same(old, @new))
            {
                Comment(context, table.Name, @new, CommentTarget.Of(table.Name, @new), old.Comment, @new.Comment);
                Comment(context, table.Name, @new, CommentTarget.IndexOf(table.Name, @new), old.IndexComment, @new.IndexComment);
                return;
            }
        }

        if (old is not null)
        {
            var part = old is ForeignKey ? TablePart.DropForeignKey : TablePart.DropConstraint;
            var dropping = Dropping(table.Old, old, TablePlanner.Rank(table.Name, part, old.Name));
            if (old is CheckConstraint check)
            {
                dropping.Removes.AddRange(InheritancePlanner.Below(context.OldInheritance, table.Name, check));
                dropping.Frees.RemoveAll(OnlineChanges.ProvedBy(table, check).Select(c => SchemaKey.Column(table.Name, c)).Contains);
            }

            context.Add(dropping);
        }

        if (@new is not null)
        {
            var part = @new is ForeignKey ? TablePart.AddForeignKey : TablePart.AddConstraint;
            var add = new AddConstraint(table.Name, @new)
            {
                ValidateIfPossible = context.RefersToRestored(@new),
                HasRows = OnlineChanges.CanComeFirst(context, table, @new),
                UsingIndex = index,
            };
            var adding = Adding(table.New, add, TablePlanner.Rank(table.Name, part, @new.Name));
            adding.Makes.AddRange(@new is CheckConstraint below ? InheritancePlanner.Below(context.NewInheritance, table.Name, below) : []);
            context.Add(adding);
            if (index?.Comment is { } left && @new.IndexComment is null)
            {
                Comment(context, table.Name, @new, CommentTarget.IndexOf(table.Name, @new), left, null);
            }
        }
    }

    private static void Comment(PlanContext context, QualifiedName table, TableConstraint constraint, CommentTarget target, string? old, string? @new) => Comments.Plan(
        context, target, old, @new, TablePlanner.Rank(table, TablePart.Comment, constraint.Name), SchemaKey.Constraint(table, constraint.Name));

    private static bool Rebuilt(PlanContext context, TablePair table, TableConstraint old, TableConstraint @new, Rebuilds rebuilds) => @new switch
    {
        ForeignKey key => rebuilds.Affects(table.New, key, context) || ReferencedKeyGoes(context, old, rebuilds),
        _ => rebuilds.Affects(table.New, @new),
    };

    // A foreign key hangs on the very index of the key that it refers to.
    private static bool ReferencedKeyGoes(PlanContext context, TableConstraint old, Rebuilds rebuilds)
    {
        if (old is not ForeignKey key || context.Tables.FirstOrDefault(t => t.Name == key.References) is not { } referenced)
        {
            return false;
        }

        var unique = SchemaKey.Unique(key.References, key.ReferencedColumns);
        return referenced.Old.Constraints.Any(c =>
                TableKeys.Owned(key.References, c).Contains(unique) && !Stays(referenced.New.Constraints, c, rebuilds, referenced.New))
            || referenced.Old.Indexes.Any(i =>
                TableKeys.Owned(key.References, i).Contains(unique)
                && (rebuilds.Affects(referenced.New, i) || !referenced.New.Indexes.Any(n => IndexShape.Same(i, n))));
    }

    private static bool Stays(IEnumerable<TableConstraint> constraints, TableConstraint constraint, Rebuilds rebuilds, Table table) =>
        constraints.Any(c => ConstraintShape.Same(Renamed(constraint, c.Name), c)) && !rebuilds.Affects(table, constraint);

    private static Operation? InPlace(QualifiedName table, TableConstraint old, TableConstraint @new) => (old, @new) switch
    {
        _ when ConstraintShape.Same(old, @new) => null,
        (ForeignKey left, ForeignKey right) when ConstraintShape.Same(left with { NotValid = false }, right) && !right.NotValid =>
            new ValidateConstraint(table, right.Name),
        (CheckConstraint left, CheckConstraint right) when ConstraintShape.Same(left with { NotValid = false }, right) && !right.NotValid =>
            new ValidateConstraint(table, right.Name),
        (ForeignKey left, ForeignKey right) when IsAlterable(left, right) => new AlterConstraint(table, left, right),
        _ => null,
    };

    // To be enforced is to be checked, so what was not valid is valid then, and what is not enforced is neither.
    private static bool IsAlterable(ForeignKey left, ForeignKey right) => ConstraintShape.Same(
        left with
        {
            Deferrability = right.Deferrability,
            NotEnforced = right.NotEnforced,
            NotValid = left.NotValid && left.NotEnforced == right.NotEnforced,
        },
        right);

    /// <summary>Constraints that are gone and come back under another name.</summary>
    private static IEnumerable<(TableConstraint Old, TableConstraint New)> Renames(
        Dictionary<string, TableConstraint> old,
        Dictionary<string, TableConstraint> @new)
    {
        var come = @new.Values.Where(c => !old.ContainsKey(c.Name)).OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        foreach (var gone in old.Values.Where(c => !@new.ContainsKey(c.Name)).OrderBy(c => c.Name, StringComparer.Ordinal).ToList())
        {
            if (come.Find(c => ConstraintShape.Same(Renamed(gone, c.Name), c)) is { } match)
            {
                come.Remove(match);
                yield return (gone, match);
            }
        }
    }

    private static PlannedOperation Renaming(QualifiedName table, string old, string @new, bool hasIndex)
    {
        IReadOnlyList<SchemaKey> Names(string name) => hasIndex
            ? [SchemaKey.Constraint(table, name), SchemaKey.Relation(table with { Name = name })]
            : [SchemaKey.Constraint(table, name)];
        return RenameInParts.Of((from, to) => new RenameConstraint(table, from, to), old, @new, Names, TablePlanner.Rank(table, TablePart.Rename, @new));
    }

    private static TableConstraint Renamed(TableConstraint constraint, string name) => constraint with { Name = name };
}
