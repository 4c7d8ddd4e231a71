using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary>Changes settings of an object that stays: the options of a view, the tables of a publication, the state of a trigger, ...</summary>
/// <param name="Old">The object as it is.</param>
/// <param name="New">The object as it becomes.</param>
/// <param name="Statements">The statements, without semicolons.</param>
public sealed record AlterSqlObject(SqlObject Old, SqlObject New, EquatableArray<string> Statements) : Operation;
