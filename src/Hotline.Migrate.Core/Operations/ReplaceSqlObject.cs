using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>CREATE OR REPLACE</c>: the object stays, with its grants and with whatever depends on it.</summary>
/// <param name="Old">The object as it is.</param>
/// <param name="New">The object as it becomes.</param>
/// <param name="BodyUnchecked">Whether the body of a routine names what comes later, so that PostgreSQL must not check it yet.</param>
public sealed record ReplaceSqlObject(SqlObject Old, SqlObject New, bool BodyUnchecked = false) : Operation;
