namespace Hotline.Migrate.Generator.Reading.Types;

/// <summary>What a column holds for the value of an enum.</summary>
internal enum EnumLabels
{
    /// <summary>Its number.</summary>
    None,

    /// <summary>The member's name, as C# would write it.</summary>
    Text,

    /// <summary>The label of a PostgreSQL enum: the member's name in snake_case.</summary>
    Postgres,
}
