using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing.Types;
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
            if (uses.Select(u => DomainReplacements.Obstacle(context, u.Table, u.New)).FirstOrDefault(o => o is not null) is { } obstacle)
            {
                Report(context, group[0], $"The type {group[0].New.Name} has to be made anew, which PostgreSQL does not allow while {obstacle}.");
                continue;
            }

            var fields = uses.Count == 0 ? [] : Fields(context, group);
            var columns = uses.Select(u => (Use: u, Conversion: TypeGroupConversion.Of(context, u.Table, u.Old, u.New))).ToList();
            var values = fields.Select(f => (Place: $"{f.Type.New.Name}.{f.Name}", f.Conversion))
                .Concat(columns.Select(c => (Place: $"{c.Use.Table.Name}.{c.Use.New.Name}", c.Conversion)))
                .ToList();
            if (values.FirstOrDefault(v => !v.Conversion.Possible) is { Place: { } place })
            {
                Report(context, group[0], $"There is no expression that converts the values of {place}, and the type {group[0].New.Name} has to be made anew.");
                continue;
            }

            context.Add(Replacing(
                context,
                [.. group.Select(t => t with { Fields = [.. fields.Where(f => f.Type == t).Select(f => f.Conversion.Using!)] })],
                [.. columns.Select(c => TypeGroupConversion.Use(c.Use.Table, c.Use.Old, c.Use.New, c.Conversion))],
                [.. values.Where(v => v.Conversion.Loses is not null).Select(v => $"{v.Conversion.Loses} in {v.Place}")]));
        }
    }

    private static List<(TypeReplacement Type, string Name, TypeConversion Conversion)> Fields(PlanContext context, IReadOnlyList<TypeReplacement> group) =>
    [
        .. group.SelectMany(t => t is { Old: CompositeType old, New: CompositeType @new }
            ? @new.Fields.Select(f => (t, f.Name, TypeGroupConversion.Field(context, old, f)))
            : []),
    ];

    private static PlannedOperation Replacing(
        PlanContext context,
        EquatableArray<TypeReplacement> group,
        EquatableArray<DomainUse> uses,
        IReadOnlyList<string> changed)
    {
        var own = group.Select(t => SchemaKey.Type(t.New.Name)).ToHashSet();
        var gone = uses.Count > 0 ? group.SelectMany(Lost).ToList() : [];
        string[] lost = [.. gone.Count > 0 ? [$"the values of {string.Join(" and ", gone)} in all columns"] : Array.Empty<string>(), .. changed];
        var labels = group.SelectMany(t => t is { Old: EnumType old, New: EnumType @new } ? old.Labels.Where(l => !@new.Labels.Contains(l)) : []).ToList();
        var replace = new ReplaceTypes(group, uses)
        {
            Loss = lost.Length > 0 ? new DataLoss(gone.Count > 0 ? DiagnosticCodes.DropColumn : DiagnosticCodes.LossyTypeChange, string.Join(" and ", lost)) : null,
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
