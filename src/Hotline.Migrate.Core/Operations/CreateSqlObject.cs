using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary>Runs the definition of a view, routine, trigger, ..., with its additions, indexes and comments.</summary>
/// <param name="Subject">The object.</param>
/// <param name="BodyUnchecked">Whether the body of a routine names what comes later, so that PostgreSQL must not check it yet.</param>
public sealed record CreateSqlObject(SqlObject Subject, bool BodyUnchecked = false) : Operation;
