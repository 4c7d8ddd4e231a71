using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary>Drops a view, routine, trigger, ...; its definition makes it anew.</summary>
/// <param name="Subject">The object.</param>
public sealed record DropSqlObject(SqlObject Subject) : Operation;
