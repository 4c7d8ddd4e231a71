using System.Globalization;
using Hotline.Migrate.Impact.Catalog;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Impact.Reading;

/// <summary>Tells which changes of a column's type leave the rows as they are; measured on PostgreSQL 13 to 18.</summary>
internal static class TypeChange
{
    private const string Varchar = "character varying";

    /// <summary>Whether every row is written anew.</summary>
    /// <param name="from">The type now, as <c>format_type</c> spells it.</param>
    /// <param name="to">The type then, as written.</param>
    /// <param name="facts">What is known of the database.</param>
    public static bool IsRewrite(string from, string to, CatalogFacts facts)
    {
        var target = SqlTypeName.TryNormalize(to) ?? to;
        if (Domain(target, facts) is { } domain)
        {
            return domain.IsConstrained && domain.Type != from || IsRewrite(from, domain.Base, facts);
        }

        if (Domain(from, facts) is { } old)
        {
            return IsRewrite(old.Base, target, facts with { Domains = [.. facts.Domains.Where(d => d != old)] });
        }

        return from != target && !KeepsRows(from, target, facts.IsUtc);
    }

    /// <summary>Whether indexes on the column are built anew although the rows stay: their operators are others.</summary>
    public static bool ChangesOperators(string from, string to)
    {
        var (source, target) = (Bare(from), Bare(SqlTypeName.TryNormalize(to) ?? to));
        return source != target
            && (target is "citext" or "oid" || (source.StartsWith("timestamp", StringComparison.Ordinal) && target.StartsWith("timestamp", StringComparison.Ordinal)));
    }

    /// <summary>The domain of that name, or <c>null</c>.</summary>
    public static DomainFacts? Domain(string type, CatalogFacts facts)
    {
        var name = SqlTypeName.TryNormalize(type) ?? type;
        return facts.Domains.FirstOrDefault(d => d.Type == name || name == "public." + d.Type);
    }

    private static bool KeepsRows(string from, string to, bool isUtc)
    {
        var (source, target) = (Bare(from), Bare(to));
        return !SqlTypeName.IsArray(from) && (source, target) switch
        {
            (Varchar, Varchar) => IsWider(from, to),
            (Varchar, "text") => true,
            ("text", Varchar) => Modifiers(to) is [],
            (Varchar or "text", "citext") => true,
            ("text", "bpchar") => true,
            ("xml", "text") => true,
            ("cidr", "inet") => true,
            ("integer", "oid") => true,
            ("bit varying", "bit varying") => IsWider(from, to),
            ("bit", "bit varying") => Modifiers(to) is [] || Modifiers(from)[0] <= Modifiers(to)[0],
            ("numeric", "numeric") => Modifiers(to) is [] || (Modifiers(from) is [var p, var s] && Modifiers(to) is [var newP, var newS] && newS == s && newP >= p),
            ("timestamp without time zone", "timestamp with time zone") or ("timestamp with time zone", "timestamp without time zone") => isUtc && IsWider(from, to),
            _ => source == target && IsTime(source) && IsWider(from, to),
        };
    }

    private static bool IsTime(string type) =>
        type.StartsWith("time", StringComparison.Ordinal) || type.StartsWith("interval", StringComparison.Ordinal);

    private static bool IsWider(string from, string to) =>
        Modifiers(to) is not [var length] || (Modifiers(from) is [var before] && before <= length);

    private static string Bare(string type) => SqlTypeName.WithoutModifiers(type).Replace("  ", " ", StringComparison.Ordinal).Trim();

    private static int[] Modifiers(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        var close = type.IndexOf(')', open + 1);
        return open < 0 || close < 0 || SqlTypeName.IsArray(type)
            ? []
            : [.. type[(open + 1)..close].Split(',').Select(m => int.TryParse(m, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var n) ? n : 0)];
    }
}
