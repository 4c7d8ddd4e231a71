using System.Globalization;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>Looks at what attributes say in texts: SQL that is not closed, and index methods that are mistyped.</summary>
internal static class AttributeTexts
{
    private static readonly string[] Methods = ["btree", "hash", "gist", "spgist", "gin", "brin"];
    private static readonly string[] ExtensionMethods = ["bloom", "rum", "hnsw", "ivfflat", "diskann", "vchordrq", "bm25", "pgroonga", "zombodb"];

    /// <summary>Reports the texts that no server would take.</summary>
    public static void Report(ModelContext context)
    {
        var attributes = context.Attributes.Concat(context.Columns.SelectMany(c => c.Property.Attributes)).GroupBy(a => a.Data).Select(g => g.First());
        foreach (var attribute in attributes)
        {
            foreach (var (argument, sql) in Sql(context, attribute))
            {
                if (SqlBalance.Problem(sql) is { } problem)
                {
                    context.Report(DiagnosticCodes.UnclosedSql, attribute, $"The SQL text '{sql}' is not whole: {problem}.", argument);
                }
            }

            if (attribute.Name is AttributeNames.Index or AttributeNames.Exclusion && attribute.Text("Method") is { } method && Meant(method) is { } meant)
            {
                context.Report(DiagnosticCodes.InvalidArgument, attribute, $"PostgreSQL has no index method '{method}'; '{meant}' is one.", "Method");
            }
        }
    }

    private static IEnumerable<(string Argument, string Sql)> Sql(ModelContext context, ModelAttribute attribute)
    {
        IEnumerable<(string Argument, string? Sql)> found = attribute.Name switch
        {
            AttributeNames.Check => [attribute.Data.ConstructorArguments.Length > 1 ? ("1", attribute.Text(1)) : ("0", attribute.Text(0))],
            AttributeNames.DefaultSql or AttributeNames.Generated or AttributeNames.Backfill => [("0", attribute.Text(0))],
            AttributeNames.Index => [.. Expressions(context, attribute), ("Where", attribute.Text("Where"))],
            AttributeNames.Exclusion => [.. Expressions(context, attribute), ("Where", attribute.Text("Where"))],
            AttributeNames.Policy => [("Using", attribute.Text("Using")), ("WithCheck", attribute.Text("WithCheck"))],
            _ => [],
        };
        foreach (var (argument, sql) in found)
        {
            if (sql is not null)
            {
                yield return (argument, sql);
            }
        }
    }

    private static IEnumerable<(string Argument, string? Sql)> Expressions(ModelContext context, ModelAttribute attribute) => attribute.Texts
        .Select((text, i) => (i.ToString(CultureInfo.InvariantCulture), (string?)text))
        .Where(e => context.FindColumn(e.Item2!) is null);

    // Extensions bring methods of their own, so that only what is nearly one of PostgreSQL's is certainly mistyped.
    private static string? Meant(string method) => Methods.Concat(ExtensionMethods).Contains(method, StringComparer.OrdinalIgnoreCase)
        ? null
        : NearestName.Of(method, Methods) is { } nearest && EditDistance.Between(method, nearest) == 1 ? nearest : null;
}
