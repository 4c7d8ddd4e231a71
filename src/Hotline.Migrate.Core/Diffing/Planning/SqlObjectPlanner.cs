using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing.Definitions;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Views, routines, triggers and all the others that are their <c>CREATE</c> statement.</summary>
internal static class SqlObjectPlanner
{
    public static void Plan(PlanContext context, SqlRebuilds rebuilds)
    {
        var staying = context.SqlObjects.Select(p => (p.New.Kind, p.New.Name)).ToHashSet();
        foreach (var @new in context.To.Objects.OfType<SqlObject>().Where(o => !staying.Contains((o.Kind, o.Name))))
        {
            context.Add(Creating(context, @new));
        }

        foreach (var old in context.From.Objects.OfType<SqlObject>().Where(o => !staying.Contains((o.Kind, o.Name))))
        {
            context.Add(Dropping(context, old));
        }

        foreach (var pair in context.SqlObjects)
        {
            if (!rebuilds.Recreates(pair.New))
            {
                Change(context, pair);
            }
            else if (StoredIn(context, pair.Old) is { } holder)
            {
                context.Report(
                    DiagnosticCodes.ChangeNotSupported,
                    $"The {pair.New.Kind} {pair.New.Name} cannot change in place: the {holder} has it.",
                    pair.New.Kind,
                    pair.New.Name,
                    null,
                    "Make a new one under another name, change what has this one to it, and drop the old one.");
            }
            else
            {
                context.Add(Dropping(context, pair.Old));
                context.Add(Creating(context, pair.New));
            }
        }
    }

    // A type or collation is dropped with the columns and types that have it, so it must not be.
    private static string? StoredIn(PlanContext context, SqlObject old) => old.Kind is not (SchemaKinds.Range or SchemaKinds.Collation)
        ? null
        : context.Tables
            .SelectMany(t => t.Columns.Select(c => (Table: t.Name, c.Old)))
            .Where(c => ExpressionTexts.Of(c.Old).Types.SelectMany(t => context.OldUses.OfTypeName(t, c.Table.Schema)).Contains(SchemaKey.Of(old)))
            .Select(c => $"column {c.Table}.{c.Old.Name}")
            .Concat(context.From.Objects
                .Where(o => o is Domain or CompositeType && context.To.Objects.Any(n => n.Kind == o.Kind && n.Name == o.Name))
                .Where(o => ExpressionTexts.Of([o]).Types.SelectMany(t => context.OldUses.OfTypeName(t, o.Name.Schema)).Contains(SchemaKey.Of(old)))
                .Select(o => $"{o.Kind} {o.Name}"))
            .FirstOrDefault();

    private static void Change(PlanContext context, SqlObjectPair pair)
    {
        Operation? operation = pair.Change switch
        {
            SqlObjectChange.Alter => new AlterSqlObject(pair.Old, pair.New, pair.Statements),
            SqlObjectChange.Replace => new ReplaceSqlObject(pair.Old, pair.New),
            _ => null,
        };
        if (operation is not null)
        {
            context.Add(Changing(context, pair, operation));
        }

        SqlObjectParts.Plan(context, pair, Rank(pair.New));
    }

    private static PlannedOperation Creating(PlanContext context, SqlObject sqlObject)
    {
        var uses = context.NewUses.Of(sqlObject);
        SchemaKey[] overloads = sqlObject.Arguments is null ? [] : [SchemaKey.OldOverloads(sqlObject)];
        var create = new PlannedOperation(new CreateSqlObject(sqlObject))
        {
            Rank = Rank(sqlObject),
            Makes = [.. SchemaKey.MadeBy(sqlObject)],
            Needs = [SchemaKey.Schema(sqlObject.Name.Schema), SchemaKey.Extensions, .. uses.Held, .. uses.Late, .. overloads],
        };
        return SoftOperation.Of(create, uses.Likely.Concat(uses.Late).Concat(overloads), uses.Sure);
    }

    private static PlannedOperation Dropping(PlanContext context, SqlObject sqlObject)
    {
        var uses = context.OldUses.Of(sqlObject);
        var drop = new PlannedOperation(new DropSqlObject(sqlObject))
        {
            Rank = SqlObjectRank.Dropping(sqlObject),
            Makes = [.. sqlObject.Arguments is null ? [] : new[] { SchemaKey.OldOverloads(sqlObject) }],
            Removes = [.. SchemaKey.MadeBy(sqlObject)],
            Frees = [SchemaKey.Schema(sqlObject.Name.Schema), SchemaKey.OldExtensions, .. uses.Held],
        };
        return SoftOperation.Of(drop, uses.Likely, uses.Sure);
    }

    private static PlannedOperation Changing(PlanContext context, SqlObjectPair pair, Operation operation)
    {
        var old = context.OldUses.Of(pair.Old);
        var @new = context.NewUses.Of(pair.New);
        var change = new PlannedOperation(operation)
        {
            Rank = Rank(pair.New),
            Changes = [SchemaKey.Of(pair.New)],
            Needs = [SchemaKey.Extensions, .. @new.Held, .. @new.Late],
            Frees = [.. old.Held.Where(k => !@new.Holds(k))],
        };
        return SoftOperation.Of(change, @new.Likely.Concat(@new.Late).Concat(old.Likely), @new.Sure.Concat(old.Sure));
    }

    private static OperationRank Rank(SqlObject sqlObject) => SqlObjectRank.Creating(sqlObject);
}
