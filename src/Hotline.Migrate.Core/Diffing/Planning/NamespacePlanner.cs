using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Schemas: those that are declared, and those that something is declared in.</summary>
internal static class NamespacePlanner
{
    public static void Plan(PlanContext context, IReadOnlySet<string> old)
    {
        var @new = Names(context.To);
        foreach (var name in @new.Except(old).Order(StringComparer.Ordinal))
        {
            context.Add(new PlannedOperation(new CreateSchema(name))
            {
                Rank = Rank(Stage.Schemas, name),
                Makes = [SchemaKey.Schema(name)],
            });
        }

        foreach (var name in old.Except(@new).Order(StringComparer.Ordinal))
        {
            context.Add(new PlannedOperation(new DropSchema(name))
            {
                Rank = Rank(Stage.OldSchemas, name),
                Removes = [SchemaKey.Schema(name)],
            });
        }

        foreach (var name in @new.Append(QualifiedName.DefaultSchema).Order(StringComparer.Ordinal))
        {
            Comments.Plan(
                context,
                new CommentTarget("SCHEMA", new QualifiedName(name, name)),
                Comment(context.From, name),
                Comment(context.To, name),
                Rank(Stage.Schemas, name) with { Part = 1 },
                SchemaKey.Schema(name));
        }
    }

    /// <summary>The schemas that have to be there; the default one always is.</summary>
    public static HashSet<string> Names(DatabaseSchema schema) => schema.Objects
        .Select(o => o is Extension extension ? extension.InstallSchema ?? QualifiedName.DefaultSchema : o.Name.Schema)
        .Where(n => n != QualifiedName.DefaultSchema && n != "pg_catalog")
        .ToHashSet(StringComparer.Ordinal);

    private static string? Comment(DatabaseSchema schema, string name) =>
        schema.Objects.OfType<SchemaNamespace>().FirstOrDefault(o => o.Name.Name == name)?.Comment
        ?? (name == QualifiedName.DefaultSchema ? SchemaNamespace.DefaultComment : null);

    private static OperationRank Rank(Stage stage, string name) => new(stage, QualifiedName.Of(name), 0, name);
}
