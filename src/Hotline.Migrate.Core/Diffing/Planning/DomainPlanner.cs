using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Domains.</summary>
internal static class DomainPlanner
{
    public static void Plan(PlanContext context)
    {
        foreach (var @new in context.To.Objects.OfType<Domain>())
        {
            if (context.From.Find<Domain>(@new.Name) is not { } old)
            {
                context.Add(new PlannedOperation(new CreateDomain(@new))
                {
                    Rank = Rank(Stage.Types, @new),
                    Makes = [SchemaKey.Type(@new.Name)],
                    Needs = [SchemaKey.Schema(@new.Name.Schema), .. Uses(context, @new, asItIs: false)],
                });
            }
            else if (!Same(old, @new))
            {
                Change(context, old, @new);
            }
        }

        foreach (var old in context.From.Objects.OfType<Domain>())
        {
            if (context.To.Find<Domain>(old.Name) is null && !context.Open.Types.Contains(old.Name))
            {
                context.Add(new PlannedOperation(new DropDomain(old))
                {
                    Rank = Rank(Stage.OldTypes, old),
                    Removes = [SchemaKey.Type(old.Name)],
                    Frees = [SchemaKey.Schema(old.Name.Schema), .. Uses(context, old, asItIs: true)],
                });
            }
        }
    }

    /// <summary>What a domain's definition refers to.</summary>
    public static IEnumerable<SchemaKey> Uses(PlanContext context, Domain domain, bool asItIs) => context.UserTypes(domain.Type)
        .Concat(domain.Checks.Select(c => c.Expression).Append(domain.Default).SelectMany(e => context.Uses(asItIs).OfStrings(e, domain.Name.Schema)))
        .Append(asItIs ? SchemaKey.OldExtensions : SchemaKey.Extensions);

    private static void Change(PlanContext context, Domain old, Domain @new)
    {
        if (context.Replacements.IsGrouped(@new.Name))
        {
            return;
        }

        if (context.Replacements.Contains(@new.Name))
        {
            DomainReplacements.Plan(context, old, @new, Rank(Stage.Types, @new));
            return;
        }

        context.Add(Altering(context, old, @new));
    }

    private static PlannedOperation Altering(PlanContext context, Domain old, Domain @new, bool isEarly = false) => new(new AlterDomain(old, @new))
    {
        Rank = Rank(Stage.Types, @new),
        Changes = isEarly ? [] : [SchemaKey.Type(@new.Name)],
        Makes = isEarly ? [SchemaKey.Type(@new.Name)] : [],
        Needs = [.. Uses(context, @new, asItIs: false)],
        Frees = [.. Uses(context, old, asItIs: true).Except(Uses(context, @new, asItIs: false))],

        // What else is made of the domain need not be gone for it, unless it is replaced.
        Split = _ => isEarly ? null : [Altering(context, old, @new, isEarly: true)],
    };

    private static bool Same(Domain old, Domain @new) =>
        SqlExpression.SameDefault(old.Default, @new.Default, @new.Type)
        && old.Checks.Count == @new.Checks.Count
        && old.Checks.Zip(@new.Checks).All(c => c.First.Comment == c.Second.Comment && ConstraintShape.Same(c.First, c.Second))
        && old with { Default = null, Checks = [], RenamedFrom = null } == @new with { Default = null, Checks = [], RenamedFrom = null };

    private static OperationRank Rank(Stage stage, Domain domain) => new(stage, domain.Name, 0, "");
}
