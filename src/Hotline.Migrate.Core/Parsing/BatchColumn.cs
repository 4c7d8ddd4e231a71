namespace Hotline.Migrate.Parsing;

/// <summary>A column of the key that batches walk along.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Type">The SQL text of its type.</param>
/// <param name="IsTime">Whether it is a date or time.</param>
public sealed record BatchColumn(string Name, string Type, bool IsTime = false)
{
    /// <summary>The column as a text that gives the same value back.</summary>
    /// <remarks>As a text alone, a time would be written as DateStyle says, perhaps with an abbreviation of its zone that means another one when it is read.</remarks>
    internal string AsText => IsTime ? $"pg_catalog.to_json({Name}) #>> '{{}}'" : $"{Name}::pg_catalog.text";
}
