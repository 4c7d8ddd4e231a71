using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Types that are made of each other and have to be made anew together, with the columns that store their values.</summary>
internal static class TypeGroupPlanner
{
    public static void Plan(PlanContext context)
    {
        foreach (var group in context.Replacements.Groups)
        {
            var names = group.Select(t => t.New.Name).ToHashSet();
            var uses = context.Replacements.Columns(names.Contains)
                .Where(u => InheritancePlanner.FromAbove(context, u.Table, u.New.Name).Old is null)
                .ToList();
            var obstacle = uses.Select(u => DomainReplacements.Obstacle(u.Table, u.New)).FirstOrDefault(o => o is not null);
            var conversions = uses.Select(u => (Use: u, Conversion: TypeGroupConversion.Of(context, u.Old, u.New))).ToList();
            if (obstacle is not null)
            {
                Report(context, group[0], $"The type {group[0].New.Name} has to be made anew, which PostgreSQL does not allow while {obstacle}.");
            }
            else if (conversions.FirstOrDefault(c => !c.Conversion.Possible) is { Use.New: { } column, Use.Table: var table })
            {
                Report(context, group[0], $"There is no expression that converts the values of {group[0].New.Name} inside {table.Name}.{column.Name}.");
            }
            else
            {
                context.Add(Replacing(context, group, [.. conversions.Select(c => new DomainUse(
                    c.Use.Table.Name, c.Use.New.Name, c.Use.New.Type, c.Conversion.Using, c.Use.Old.Default, c.Use.New.Default))]));
            }
        }
    }

    private static PlannedOperation Replacing(PlanContext context, IReadOnlyList<TypeReplacement> group, EquatableArray<DomainUse> uses)
    {
        var own = group.Select(t => SchemaKey.Type(t.New.Name)).ToHashSet();
        var lost = group.SelectMany(Lost).ToList();
        var labels = group.SelectMany(t => t is { Old: EnumType old, New: EnumType @new } ? old.Labels.Where(l => !@new.Labels.Contains(l)) : []).ToList();
        var replace = new ReplaceTypes([.. group], uses)
        {
            Loss = lost.Count > 0 && uses.Count > 0 ? new DataLoss(DiagnosticCodes.DropColumn, $"the values of {string.Join(" and ", lost)} in all columns") : null,
            Note = labels.Count > 0 && uses.Count > 0
                ? $"fails while a row still holds {string.Join(" or ", labels.Select(l => $"'{l}'"))}: change such rows first"
                : null,
        };
        return new PlannedOperation(replace)
        {
            Rank = new OperationRank(Stage.Types, group[0].New.Name, 0, ""),
            Changes = [.. own, .. uses.Select(u => SchemaKey.Column(u.Table, u.Column))],
            Needs = [.. group.SelectMany(t => Uses(context, t.New, asItIs: false)).Where(k => !own.Contains(k))],
            Frees = [.. group.SelectMany(t => Uses(context, t.Old, asItIs: true)).Except(group.SelectMany(t => Uses(context, t.New, asItIs: false))).Where(k => !own.Contains(k))],
        };
    }

    private static IEnumerable<string> Lost(TypeReplacement type) => type is { Old: CompositeType old, New: CompositeType @new }
        ? old.Fields.Where(f => @new.Fields.All(n => n.Name != f.Name)).Select(f => $"{old.Name}.{f.Name}")
        : [];

    private static IEnumerable<SchemaKey> Uses(PlanContext context, SchemaObject type, bool asItIs) => type switch
    {
        Domain domain => DomainPlanner.Uses(context, domain, asItIs),
        CompositeType composite => composite.Fields.SelectMany(f => context.UserTypes(f.Type)).Append(asItIs ? SchemaKey.OldExtensions : SchemaKey.Extensions),
        _ => [],
    };

    private static void Report(PlanContext context, TypeReplacement type, string summary) => context.Report(
        DiagnosticCodes.ChangeNotSupported,
        summary,
        type.New.Kind,
        type.New.Name,
        null,
        "Make a type under another name and a column of it, fill that in the migration, and drop the old ones.");
}
