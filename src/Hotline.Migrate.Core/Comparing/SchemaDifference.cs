using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Comparing;

/// <summary>One way in which a schema that was found is not the one that was expected.</summary>
/// <param name="Sign"><c>+</c> for what only the found schema has, <c>-</c> for what it lacks, <c>~</c> for what is another way in it.</param>
/// <param name="Kind">The kind of the object, one of <see cref="SchemaKinds"/>.</param>
/// <param name="Name">The object: for columns, constraints and indexes their table.</param>
/// <param name="Member">The column, constraint, index or label, if it is about one.</param>
/// <param name="Words">What it is, to be read after the sign: <c>index ix_users_email on users</c>.</param>
/// <param name="Details">What was expected and what was found; a line each.</param>
public sealed record SchemaDifference(
    char Sign, string Kind, QualifiedName Name, string? Member, string Words, EquatableArray<string> Details)
{
    /// <summary>Sign and words.</summary>
    public override string ToString() => $"{Sign} {Words}";
}
