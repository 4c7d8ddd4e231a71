using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Composite types. The order of their fields is no difference, as it is none of a table's columns.</summary>
internal static class CompositePlanner
{
    public static void Plan(PlanContext context)
    {
        foreach (var @new in context.To.Objects.OfType<CompositeType>())
        {
            if (context.From.Find<CompositeType>(@new.Name) is not { } old)
            {
                context.Add(new PlannedOperation(new CreateCompositeType(@new))
                {
                    Rank = Rank(Stage.Types, @new),
                    Makes = [SchemaKey.Type(@new.Name)],
                    Needs = [SchemaKey.Schema(@new.Name.Schema), SchemaKey.Extensions, .. Uses(context, @new)],
                });
            }
            else if (!Same(old, @new) && !context.Open.Fields.Any(f => f.Type == @new.Name))
            {
                ReportStored(context, old, @new);
                context.Add(Altering(context, old, @new));
            }
        }

        foreach (var old in context.From.Objects.OfType<CompositeType>())
        {
            if (context.To.Find<CompositeType>(old.Name) is null && !context.Open.Types.Contains(old.Name))
            {
                context.Add(new PlannedOperation(new DropCompositeType(old))
                {
                    Rank = Rank(Stage.OldTypes, old),
                    Removes = [SchemaKey.Type(old.Name)],
                    Frees = [SchemaKey.Schema(old.Name.Schema), SchemaKey.OldExtensions, .. Uses(context, old)],
                });
            }
        }
    }

    // Fields come and go in stored values; only their types are fixed.
    private static void ReportStored(PlanContext context, CompositeType old, CompositeType @new)
    {
        var field = old.Fields.FirstOrDefault(f => @new.Fields.Any(n => n.Name == f.Name && (n.Type != f.Type || n.Collation != f.Collation)));
        if (field is not null && StoredTypes.Column(context, @new.Name, inside: false) is { } column)
        {
            context.Report(
                DiagnosticCodes.ChangeNotSupported,
                $"PostgreSQL cannot change the type of {@new.Name}.{field.Name} while {column} stores values of it.",
                SchemaKinds.Composite,
                @new.Name,
                field.Name,
                "Add a field of the new type under another name, and move the values in the migration.",
                "Or make a composite type under another name, and a column of it.");
        }
    }

    private static PlannedOperation Altering(PlanContext context, CompositeType old, CompositeType @new)
    {
        var gone = old.Fields.Select(f => f.Name).Except(@new.Fields.Select(f => f.Name)).ToList();
        var stored = gone.Count > 0 && context.From.Tables.Any(t => t.Columns.Any(c => context.UserTypes(c.Type).Contains(SchemaKey.Type(old.Name))));
        var loss = stored ? new DataLoss(DiagnosticCodes.DropColumn, $"the values of {string.Join(" and ", gone)} in all columns of type {old.Name}") : null;
        return new PlannedOperation(new AlterCompositeType(old, @new) { Loss = loss })
        {
            Rank = Rank(Stage.Types, @new),
            Changes = [SchemaKey.Type(@new.Name)],
            Needs = [SchemaKey.Extensions, .. Uses(context, @new)],
            Frees = [SchemaKey.OldExtensions, .. Uses(context, old).Except(Uses(context, @new))],
        };
    }

    private static bool Same(CompositeType old, CompositeType @new) =>
        old.Comment == @new.Comment
        && old.Fields.Count == @new.Fields.Count
        && old.Fields.OrderBy(f => f.Name, StringComparer.Ordinal).SequenceEqual(@new.Fields.OrderBy(f => f.Name, StringComparer.Ordinal));

    private static IEnumerable<SchemaKey> Uses(PlanContext context, CompositeType type) => type.Fields.SelectMany(f => context.UserTypes(f.Type));

    private static OperationRank Rank(Stage stage, CompositeType type) => new(stage, type.Name, 0, "");
}
