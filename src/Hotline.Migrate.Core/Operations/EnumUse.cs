using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary>A column whose type is an enum that is made anew.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Type">The column's type: the enum or an array of it.</param>
/// <param name="OldDefault">The default that has to go before.</param>
/// <param name="NewDefault">The default that is set after.</param>
public sealed record EnumUse(QualifiedName Table, string Column, string Type, string? OldDefault, string? NewDefault);
