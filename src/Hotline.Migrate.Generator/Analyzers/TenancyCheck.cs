using System.Collections.Immutable;
using Hotline.Migrate.Generator.Reading;
using Hotline.Migrate.Generator.Rules;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hotline.Migrate.Generator.Analyzers;

/// <summary>Asks for the tenant key where tenants would otherwise collide, or meet.</summary>
internal static class TenancyCheck
{
    /// <summary>Reports on <paramref name="model"/>, which was read soundly.</summary>
    public static void Report(SymbolAnalysisContext context, INamedTypeSymbol model, ModelReading reading, SwitchedOn models)
    {
        if (reading.Table is not { TenantKey: { } tenant } table || reading.Problems.Count > 0)
        {
            return;
        }

        var places = new TenantPlaces(model, reading, context.CancellationToken);
        if (!LeadsAnIndex(table, tenant))
        {
            Report(context, TenancyRules.Index, ProblemLocation.InSource(model), places, tenant,
                $"'{table.Name}' is read by tenant, but no index or key of it leads with '{tenant}'. Add [Index(nameof({places.TenantProperty}))].");
        }

        foreach (var (name, columns) in UniqueKeys(table).Where(key => !key.Columns.Contains(tenant)))
        {
            Report(context, TenancyRules.Unique, places.OfKey(columns), places, tenant,
                $"Two tenants cannot have the same {string.Join(", ", columns)}: '{name}' lacks '{tenant}'. Put nameof({places.TenantProperty}) first.");
        }

        foreach (var key in table.ForeignKeys.Where(key => !key.Columns.Contains(tenant)))
        {
            if (places.Target(key, models) is { } target && ModelReader.Read(target, context.CancellationToken).Table?.TenantKey is { } targetTenant)
            {
                Report(context, TenancyRules.Reference, places.OfReference(key, target), places, tenant,
                    $"A row of one tenant could point at another tenant's: '{key.Name}' references '{key.References}' without '{tenant}'. "
                    + $"Reference ({targetTenant}, {string.Join(", ", key.ReferencedColumns)}), which must be unique there.");
            }
        }
    }

    private static bool LeadsAnIndex(Table table, string tenant) =>
        table.PrimaryKey is { Columns: { Count: > 0 } primary } && primary[0] == tenant
        || table.Uniques.Any(u => u.Columns[0] == tenant)
        || table.Indexes.Any(i => i.Where is null && i.Elements[0].Column == tenant)
        || table.Exclusions.Any(e => e.Elements[0].StartsWith(tenant + " ", StringComparison.Ordinal));

    private static IEnumerable<(string Name, EquatableArray<string> Columns)> UniqueKeys(Table table) => table.Uniques
        .Select(u => (u.Name, u.Columns))
        .Concat(table.Indexes
            .Where(i => i.Unique)
            .Select(i => (i.Name, i.Elements.Select(e => e.Column ?? e.Expression!).ToEquatableArray())));

    private static void Report(
        SymbolAnalysisContext context, DiagnosticDescriptor rule, Location? location, TenantPlaces places, string tenant, string message) =>
        context.ReportDiagnostic(Diagnostic.Create(
            rule,
            location ?? ProblemLocation.InSource(context.Symbol),
            ImmutableDictionary<string, string?>.Empty.Add(TenancyRules.TenantProperty, places.TenantProperty ?? tenant),
            message));
}
