namespace Hotline.Migrate.Impact.Catalog;

/// <summary>What the catalog says of a domain.</summary>
/// <param name="Type">Its type as <c>format_type</c> spells it.</param>
/// <param name="Base">The type below it.</param>
/// <param name="IsConstrained">Whether values are checked against it.</param>
public sealed record DomainFacts(string Type, string Base, bool IsConstrained);
