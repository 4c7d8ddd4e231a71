using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary>A column whose type is made anew.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Type">The column's type as it is: the domain, or another type that is made anew, or an array of it.</param>
/// <param name="Using">The conversion of the values, where PostgreSQL has no assignment cast.</param>
/// <param name="OldDefault">The default that has to go before.</param>
/// <param name="NewDefault">The default that is set after, unless the column gets another type then.</param>
public sealed record DomainUse(QualifiedName Table, string Column, string Type, string? Using, string? OldDefault, string? NewDefault);
