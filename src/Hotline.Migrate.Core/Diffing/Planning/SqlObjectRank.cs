using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Where a reader expects SQL objects.</summary>
internal static class SqlObjectRank
{
    public static OperationRank Creating(SqlObject sqlObject) => Rank(sqlObject, sqlObject.Kind switch
    {
        SchemaKinds.TextSearchDictionary or SchemaKinds.TextSearchConfiguration => Stage.Types,
        SchemaKinds.Collation or SchemaKinds.Range or SchemaKinds.ForeignDataWrapper or SchemaKinds.ForeignServer => Stage.Types,
        SchemaKinds.ForeignTable => Stage.NewTables,
        SchemaKinds.Function or SchemaKinds.Procedure or SchemaKinds.Aggregate => Stage.Routines,
        SchemaKinds.View or SchemaKinds.MaterializedView => Stage.Views,
        _ => Stage.Triggers,
    });

    public static OperationRank Dropping(SqlObject sqlObject) => Rank(sqlObject, sqlObject.Kind switch
    {
        SchemaKinds.TextSearchDictionary or SchemaKinds.TextSearchConfiguration => Stage.OldTypes,
        SchemaKinds.Collation or SchemaKinds.Range or SchemaKinds.ForeignDataWrapper or SchemaKinds.ForeignServer => Stage.OldTypes,
        SchemaKinds.ForeignTable => Stage.OldTables,
        SchemaKinds.Function or SchemaKinds.Procedure or SchemaKinds.Aggregate => Stage.OldRoutines,
        SchemaKinds.View or SchemaKinds.MaterializedView => Stage.OldViews,
        _ => Stage.OldTriggers,
    });

    private static OperationRank Rank(SqlObject sqlObject, Stage stage) => new(stage, sqlObject.Name, 0, sqlObject.Kind);
}
