using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Reading.Constraints;

/// <summary>Which different types PostgreSQL lets a foreign key compare.</summary>
internal static class ForeignKeyTypes
{
    /// <summary>Whether a column of the one type may reference one of the other. What is under a domain is not known here, and PostgreSQL decides.</summary>
    public static bool AreComparable(string from, string to) =>
        Family(from) is not { } family || Family(to) is not { } other || family == other;

    private static string? Family(string type) => SqlTypeName.WithoutModifiers(type) switch
    {
        "smallint" or "integer" or "bigint" or "numeric" or "real" or "double precision" => "number",
        "text" or "character varying" or "character" or "bpchar" or "name" or "citext" => "text",
        "date" or "timestamp with time zone" or "timestamp without time zone" => "moment",
        "inet" or "cidr" => "network",
        "bit" or "bit varying" => "bits",
        var bare => SqlTypeName.IsBuiltIn(bare) ? bare : null,
    };
}
