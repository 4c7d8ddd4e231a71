using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Refusals of statements that describe nothing.</summary>
internal static class StatementRefusals
{
    /// <summary>An owner is named.</summary>
    public static DiagnosticException Owner(StatementCursor cursor) => cursor.RefusedWhole(
        DiagnosticCodes.SchemaFileOwner,
        "A schema file names no owner: every object belongs to the role that applies the migrations.",
        "Take the owner out, and choose the role by the connection of each environment.");

    /// <summary>A statement that is no description of an object.</summary>
    public static DiagnosticException NoDescription(StatementCursor cursor)
    {
        var word = cursor.Token.ToString().ToUpperInvariant();
        return cursor.RefusedWhole(
            DiagnosticCodes.SchemaFileStatement,
            $"{word} describes no object: a schema file holds what is to be, not what is to be done.",
            word switch
            {
                "BEGIN" or "COMMIT" or "END" or "ROLLBACK" or "START" or "SAVEPOINT" or "RELEASE" or "ABORT" => "Delete it: each migration is a transaction already.",
                "SET" or "RESET" => "Delete it: settings of a session are no part of the schema. A function takes its settings in its own SET clause.",
                "SELECT" => "Delete it. pg_dump writes SELECT pg_catalog.set_config(...) for psql alone.",
                "DROP" => "Delete the object's CREATE statement: the next migration then drops the object.",
                "REFRESH" => "Move it into a migration: the rows of a materialized view are data.",
                _ => "Move it into a migration.",
            });
    }
}
