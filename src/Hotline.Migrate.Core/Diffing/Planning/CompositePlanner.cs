using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Composite types.</summary>
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
            else if (!old.IsSameAs(@new) && !IsOpen(context, @new) && !context.Replacements.Contains(@new.Name))
            {
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

    /// <summary>Whether the type has to be made anew: fields come and go in stored values, but their types are fixed.</summary>
    public static bool IsReplaced(PlanContext context, CompositeType old, CompositeType @new) =>
        !IsOpen(context, @new) && Retypes(old, @new) && StoredTypes.Column(context, @new.Name, inside: false) is not null;

    /// <summary>Whether a field of the type gets another type: what is computed from it has to go for that.</summary>
    public static bool Retypes(PlanContext context, CompositeType old) =>
        context.To.Find<CompositeType>(old.Name) is { } @new && !IsOpen(context, @new) && Retypes(old, @new);

    private static bool Retypes(CompositeType old, CompositeType @new) =>
        old.Fields.Any(f => @new.Fields.Any(n => n.Name == f.Name && (n.Type != f.Type || n.Collation != f.Collation)));

    private static bool IsOpen(PlanContext context, CompositeType type) => context.Open.Fields.Any(f => f.Type == type.Name);

    private static PlannedOperation Altering(PlanContext context, CompositeType old, CompositeType @new, bool isEarly = false)
    {
        var gone = old.Fields.Select(f => f.Name).Except(@new.Fields.Select(f => f.Name)).ToList();
        var stored = gone.Count > 0 && context.From.Tables.Any(t => t.Columns.Any(c => context.UserTypes(c.Type).Contains(SchemaKey.Type(old.Name))));
        var loss = stored ? new DataLoss(DiagnosticCodes.DropColumn, $"the values of {string.Join(" and ", gone)} in all columns of type {old.Name}") : null;
        return new PlannedOperation(new AlterCompositeType(old, @new) { Loss = loss })
        {
            Rank = Rank(Stage.Types, @new),
            Changes = isEarly ? [] : [SchemaKey.Type(@new.Name)],
            Makes = isEarly ? [SchemaKey.Type(@new.Name)] : [],
            Needs = [SchemaKey.Extensions, .. Uses(context, @new)],
            Frees = [SchemaKey.OldExtensions, .. Uses(context, old).Except(Uses(context, @new))],

            // What else is made of the type need not be gone for it, unless it is replaced.
            Split = _ => isEarly ? null : [Altering(context, old, @new, isEarly: true)],
        };
    }

    private static IEnumerable<SchemaKey> Uses(PlanContext context, CompositeType type) => type.Fields.SelectMany(f => context.UserTypes(f.Type));

    private static OperationRank Rank(Stage stage, CompositeType type) => new(stage, type.Name, 0, "");
}
