using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Inspecting;

/// <summary>An object of a database that the schema model does not know: nothing of it is lost or dropped, and nothing is made of it.</summary>
/// <param name="Kind">What it is: <c>operator</c>, <c>cast</c>, <c>subscription</c>, ...</param>
/// <param name="Name">Its name; of an object without a schema, in the default one; of a setting of a table, the table's.</param>
/// <param name="Definition">
/// What it is, for comparison; <c>null</c> for what belongs to the environment and not to the schema, such as a subscription or a user mapping.
/// </param>
/// <param name="IsRelation">Whether <paramref name="Name"/> is a table's.</param>
public sealed record UnmodelledObject(string Kind, QualifiedName Name, string? Definition, bool IsRelation)
{
    /// <summary>The SQL that makes it; <c>null</c> where that is to be written by hand.</summary>
    public string? Making { get; init; }

    /// <summary>The SQL that takes it away; <c>null</c> where that is to be written by hand.</summary>
    public string? Undoing { get; init; }

    /// <summary>The object for people: <c>operator ===(integer, integer)</c>.</summary>
    public override string ToString() => $"{Kind} {Name}";
}
