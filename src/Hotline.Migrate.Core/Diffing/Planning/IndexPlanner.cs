using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Indexes of a table that stays.</summary>
internal static class IndexPlanner
{
    public static void Plan(PlanContext context, TablePair table, Rebuilds rebuilds)
    {
        var old = table.Old.Indexes.ToDictionary(i => i.Name, StringComparer.Ordinal);
        var @new = table.New.Indexes.ToDictionary(i => i.Name, StringComparer.Ordinal);
        foreach (var taken in OnlineChanges.TakenOver(table, rebuilds).Values)
        {
            old.Remove(taken.Name);
        }

        var come = @new.Values.Where(i => !old.ContainsKey(i.Name)).OrderBy(i => i.Name, StringComparer.Ordinal).ToList();
        foreach (var gone in old.Values.Where(i => !@new.ContainsKey(i.Name)).OrderBy(i => i.Name, StringComparer.Ordinal).ToList())
        {
            if (come.Find(i => IndexShape.Same(gone, i)) is { } match && !rebuilds.Affects(table.New, match))
            {
                come.Remove(match);
                context.Add(Renaming(table.Name, gone.Name, match.Name));
                old.Remove(gone.Name);
                old[match.Name] = gone with { Name = match.Name };
            }
        }

        foreach (var name in old.Keys.Union(@new.Keys).Order(StringComparer.Ordinal))
        {
            Change(context, table, old.GetValueOrDefault(name), @new.GetValueOrDefault(name), rebuilds);
        }
    }

    private static void Change(PlanContext context, TablePair table, TableIndex? old, TableIndex? @new, Rebuilds rebuilds)
    {
        if (old is not null && @new is not null && IndexShape.Same(old, @new) && !rebuilds.Affects(table.New, @new))
        {
            Settings(context, table.Name, old, @new);
            return;
        }

        if (old is not null)
        {
            context.Add(Dropping(table.Old, old));
        }

        if (@new is not null)
        {
            context.Add(Creating(table.New, @new));
        }
    }

    private static void Settings(PlanContext context, QualifiedName table, TableIndex old, TableIndex @new)
    {
        var name = table with { Name = @new.Name };
        if (old.StorageParameters != @new.StorageParameters)
        {
            context.Add(new PlannedOperation(new SetIndexStorageParameters(name, old.StorageParameters, @new.StorageParameters))
            {
                Rank = TablePlanner.Rank(table, TablePart.Settings, @new.Name),
                Needs = [SchemaKey.Relation(name)],
            });
        }

        if (old.Tablespace != @new.Tablespace)
        {
            context.Add(new PlannedOperation(new SetTablespace("INDEX", name, old.Tablespace, @new.Tablespace))
            {
                Rank = TablePlanner.Rank(table, TablePart.Settings, @new.Name),
                Needs = [SchemaKey.Relation(name)],
            });
        }

        Comments.Plan(
            context,
            new CommentTarget("INDEX", name),
            old.Comment,
            @new.Comment,
            TablePlanner.Rank(table, TablePart.Comment, @new.Name),
            SchemaKey.Relation(name));
    }

    private static PlannedOperation Renaming(QualifiedName table, string old, string @new)
    {
        IReadOnlyList<SchemaKey> Names(string name) => [SchemaKey.Relation(table with { Name = name })];
        return RenameInParts.Of((from, to) => new RenameIndex(table, from, to), old, @new, Names, TablePlanner.Rank(table, TablePart.Rename, @new));
    }

    public static PlannedOperation Creating(Table table, TableIndex index) => new(new CreateIndex(table.Name, index) { OnPartitioned = table.Partitioning is not null })
    {
        Rank = TablePlanner.Rank(table.Name, TablePart.CreateIndex, index.Name),
        Makes = [.. TableKeys.Owned(table.Name, index)],
        Needs = [SchemaKey.Extensions, .. TableKeys.Used(table, index)],
    };

    public static PlannedOperation Dropping(Table table, TableIndex index) => new(new DropIndex(table.Name, index) { OnPartitioned = table.Partitioning is not null })
    {
        Rank = TablePlanner.Rank(table.Name, TablePart.DropIndex, index.Name),
        Removes = [.. TableKeys.Owned(table.Name, index)],
        Frees = [SchemaKey.OldExtensions, .. TableKeys.Used(table, index)],
    };
}
