using Hotline.Migrate.Diffing.Definitions;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Comments and indexes of an SQL object that stays. What is made anew brings its own.</summary>
internal static class SqlObjectParts
{
    public static void Plan(PlanContext context, SqlObjectPair pair, OperationRank rank)
    {
        var (old, @new) = (pair.Old, pair.New);
        var key = SchemaKey.Of(@new);
        Comments.Plan(context, SqlObjectWords.Comment(@new), old.Comment, @new.Comment, rank with { Part = 2 }, key);
        var before = old.ColumnComments.ToDictionary(c => c.Column, c => c.Text, StringComparer.Ordinal);
        var after = @new.ColumnComments.ToDictionary(c => c.Column, c => c.Text, StringComparer.Ordinal);
        foreach (var column in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var target = new CommentTarget("COLUMN", @new.Name, column);
            Comments.Plan(context, target, before.GetValueOrDefault(column), after.GetValueOrDefault(column), rank with { Part = 3, Name = column }, key);
        }

        Indexes(context, old, @new, rank);
    }

    private static void Indexes(PlanContext context, SqlObject old, SqlObject @new, OperationRank rank)
    {
        foreach (var gone in old.Indexes.Where(i => !@new.Indexes.Any(n => n.Name == i.Name && IndexShape.Same(i, n))))
        {
            context.Add(new PlannedOperation(new DropIndex(old.Name, gone))
            {
                Rank = rank with { Part = 0, Name = gone.Name },
                Removes = [SchemaKey.Relation(old.Name with { Name = gone.Name })],
                Frees = [SchemaKey.Relation(old.Name)],
            });
        }

        foreach (var index in @new.Indexes)
        {
            var name = @new.Name with { Name = index.Name };
            if (old.Indexes.FirstOrDefault(i => i.Name == index.Name && IndexShape.Same(i, index)) is not { } same)
            {
                context.Add(new PlannedOperation(new CreateIndex(@new.Name, index))
                {
                    Rank = rank with { Part = 1, Name = index.Name },
                    Makes = [SchemaKey.Relation(name)],
                    Needs = [SchemaKey.Relation(@new.Name), SchemaKey.Extensions],
                });
                continue;
            }

            if (same.StorageParameters != index.StorageParameters)
            {
                context.Add(new PlannedOperation(new SetIndexStorageParameters(name, same.StorageParameters, index.StorageParameters))
                {
                    Rank = rank with { Part = 1, Name = index.Name },
                });
            }

            Comments.Plan(context, new CommentTarget("INDEX", name), same.Comment, index.Comment, rank with { Part = 3, Name = index.Name });
        }
    }
}
