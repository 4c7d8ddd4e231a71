namespace Hotline.Migrate;

/// <summary>The column's default as a C# value: a number, text, boolean, character or enum member.</summary>
/// <remarks>
/// For a type without C# constants (dates, <c>Guid</c>, <c>decimal</c>, JSON, ...) give its text: <c>[Default("2026-01-01")]</c>.
/// <c>System.ComponentModel.DefaultValueAttribute</c> has no effect on the schema, as in EF Core.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DefaultAttribute : Attribute
{
    /// <summary>A default of <paramref name="value"/>.</summary>
    public DefaultAttribute(object? value) => Value = value;

    /// <summary>The value.</summary>
    public object? Value { get; }
}
