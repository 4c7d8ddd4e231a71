namespace Hotline.Migrate;

/// <summary>How a column holds a C# enum.</summary>
public enum EnumStorage
{
    /// <summary>As the number, in the integer type that holds the enum's underlying type.</summary>
    Number,

    /// <summary>As the label, in a <c>text</c> column (<c>character varying(n)</c> with <c>[MaxLength(n)]</c>).</summary>
    Text,

    /// <summary>As a value of a PostgreSQL enum type, which becomes part of the schema.</summary>
    PostgresEnum,
}
