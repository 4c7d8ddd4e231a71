using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Inspecting;

/// <summary>An object that the schema model does not know, with what PostgreSQL says it is.</summary>
/// <param name="Kind">What it is: <c>view</c>, <c>function</c>, <c>trigger</c>, ...</param>
/// <param name="Name">Its name; for a trigger, rule or statistics object that of its table.</param>
/// <param name="Member">Its own name where <paramref name="Name"/> is its table's.</param>
/// <param name="Definition">Its definition in PostgreSQL's own spelling.</param>
/// <param name="IsRelation">Whether <paramref name="Name"/> is a table's or a view's.</param>
internal sealed record OtherObject(string Kind, QualifiedName Name, string? Member, string Definition, bool IsRelation);
