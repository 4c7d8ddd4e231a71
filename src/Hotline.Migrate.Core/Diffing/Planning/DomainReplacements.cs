using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Domains that have to be made anew, with the columns that they are the type of.</summary>
internal static class DomainReplacements
{
    /// <summary>Whether PostgreSQL cannot alter the domain in place: its type changes, or values inside others have to be looked at.</summary>
    public static bool IsReplaced(PlanContext context, Domain old, Domain @new) =>
        old.Type != @new.Type
        || old.Collation != @new.Collation
        || (LooksAtValues(old, @new)
            && (Uses(context, @new.Name).Any(u => SqlTypeName.IsArray(u.Old.Type)) || StoredTypes.Column(context, @new.Name, inside: true) is not null));

    /// <summary>Whether values that are there have to satisfy something new.</summary>
    public static bool LooksAtValues(Domain old, Domain @new)
    {
        var checks = DomainChecks.Of(old, @new);
        return (@new.NotNull && !old.NotNull) || checks.Come.Any(c => !c.NotValid) || checks.Validated.Count > 0;
    }

    /// <summary>The columns that have the domain as their type, or an array of it, before and after.</summary>
    public static IEnumerable<(TablePair Table, Column Old, Column New)> Uses(PlanContext context, QualifiedName domain)
    {
        var key = SchemaKey.Type(domain);
        return from table in context.Tables
               from column in table.Columns
               where context.UserTypes(column.Old.Type).Contains(key) && context.UserTypes(column.New.Type).Contains(key)
               select (table, column.Old, column.New);
    }

    public static void Plan(PlanContext context, Domain old, Domain @new, OperationRank rank)
    {
        var uses = Uses(context, @new.Name).Where(u => InheritancePlanner.FromAbove(context, u.Table, u.New.Name).Old is null).ToList();
        if (uses.Select(u => Obstacle(context, u.Table, u.New)).FirstOrDefault(o => o is not null) is { } obstacle)
        {
            context.Report(
                DiagnosticCodes.ChangeNotSupported,
                $"The domain {@new.Name} has to be made anew, which PostgreSQL does not allow while {obstacle}.",
                SchemaKinds.Domain,
                @new.Name,
                null,
                "Make a domain under another name, and change what uses the old one to it, one after the other.");
            return;
        }

        var conversions = uses.Select(u => (u.Table, u.Old, u.New, Conversion: TypeGroupConversion.Of(context, u.Table, u.Old, u.New))).ToList();
        if (conversions.FirstOrDefault(c => !c.Conversion.Possible) is { New: { } column, Table: var table })
        {
            context.Report(
                DiagnosticCodes.TypeChangeImpossible,
                $"PostgreSQL cannot convert {table.Name}.{column.Name} from {old.Type} to {@new.Type}, which the domain {@new.Name} is over.",
                SchemaKinds.Domain,
                @new.Name,
                null,
                "Make a domain under another name, add a column of it, and fill that in the migration.");
            return;
        }

        var lost = conversions.Where(c => c.Conversion.Loses is not null).Select(c => $"{c.Conversion.Loses} in {c.Table.Name}.{c.New.Name}").ToList();
        var replace = new ReplaceDomain(
            old,
            @new,
            [.. conversions.Select(c => TypeGroupConversion.Use(c.Table, c.Old, c.New, c.Conversion))])
        {
            Loss = lost.Count > 0 ? new DataLoss(DiagnosticCodes.LossyTypeChange, string.Join(" and ", lost)) : null,
        };
        context.Add(new PlannedOperation(replace)
        {
            Rank = rank,
            Changes = [SchemaKey.Type(@new.Name), .. conversions.Select(c => SchemaKey.Column(c.Table.Name, c.New.Name))],
            Needs = [.. DomainPlanner.Uses(context, @new, asItIs: false)],
            Frees = [.. DomainPlanner.Uses(context, old, asItIs: true).Except(DomainPlanner.Uses(context, @new, asItIs: false))],
        });
    }

    /// <summary>Why a column cannot be converted, or <c>null</c>.</summary>
    public static string? Obstacle(PlanContext context, TablePair table, Column column) => column.Generated is not null
        ? $"the generated column {table.Name}.{column.Name} is of it"
        : table.New.Partitioning?.Keys.Any(k => TableKeys.Named(table.New, k).Contains(column.Name)) == true
            ? $"the table {table.Name} is partitioned by a column of it"
            : StoredTypes.Obstacle(context, table);
}
