using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Impact;

/// <summary>The name of a table, an index or another relation as a statement gives it.</summary>
/// <param name="Schema">The schema; <c>null</c> where the search path decides.</param>
/// <param name="Name">The name, folded to lower case unless it was quoted.</param>
public sealed record RelationName(string? Schema, string Name)
{
    /// <summary>The name as SQL.</summary>
    public string Sql => Schema is null ? SqlIdentifier.Quote(Name) : SqlIdentifier.Quote(Schema) + "." + SqlIdentifier.Quote(Name);

    /// <summary>The name for messages: without the schema when that is the default one.</summary>
    public override string ToString() => Schema is null or QualifiedName.DefaultSchema ? Name : Schema + "." + Name;
}
