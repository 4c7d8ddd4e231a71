namespace Hotline.Migrate.Diffing.Types;

/// <summary>What a type change loses without an error. PostgreSQL rounds numbers and times, but refuses texts that are too long.</summary>
internal static class Loss
{
    /// <summary>What is lost between two types that differ by their modifiers.</summary>
    public static string? OfModifiers(string from, string to) => TypeName.Base(from) switch
    {
        "numeric" => Scale(to) is { } scale && (Scale(from) ?? int.MaxValue) > scale ? "decimal places" : null,
        "timestamp without time zone" or "timestamp with time zone" or "time without time zone" or "time with time zone" or "interval" =>
            Precision(to) < Precision(from) ? "fractions of a second" : null,
        _ => null,
    };

    /// <summary>What is lost between two types of numbers.</summary>
    public static string? OfNumbers(string from, string to) => (TypeName.Base(from), TypeName.Base(to)) switch
    {
        (_, "smallint" or "integer" or "bigint") => "the decimal places",
        ("double precision", "real") or ("numeric", "real" or "double precision") => "precision",
        (_, "numeric") => Scale(to) is null ? null : "decimal places",
        _ => null,
    };

    private static int? Scale(string type) => TypeName.Modifiers(type) switch
    {
        [_, var scale] => scale,
        [_] => 0,
        _ => null,
    };

    private static int Precision(string type) => TypeName.Modifiers(type) is [var precision] ? precision : 6;
}
