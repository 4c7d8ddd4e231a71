using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Reads <c>ALTER ...</c>: what completes an object that its <c>CREATE</c> cannot say whole.</summary>
internal static class AlterReading
{
    private static readonly string[] Completed =
    [
        "VIEW", "MATERIALIZED VIEW", "FOREIGN TABLE", "FUNCTION", "PROCEDURE", "ROUTINE", "EVENT TRIGGER", "PUBLICATION", "STATISTICS",
        "FOREIGN DATA WRAPPER", "SERVER",
    ];

    /// <summary>What the statement says.</summary>
    public static IEnumerable<SchemaStatement> Read(StatementCursor cursor)
    {
        var start = cursor.Index;
        cursor.Expect("ALTER");
        if (cursor.Take("DEFAULT", "PRIVILEGES"))
        {
            return DefaultPrivilegesReading.Read(cursor);
        }

        var word = cursor.Token.ToString().ToUpperInvariant();
        if (cursor.Reference() is not { } target)
        {
            throw cursor.RefusedWhole(
                DiagnosticCodes.SchemaFileObjectUnknown, $"ALTER {word} changes no object that the schema knows.", "Move the statement into a migration.");
        }

        var action = cursor.Index;
        if (cursor.Is("OWNER"))
        {
            throw StatementRefusals.Owner(cursor);
        }

        if (cursor.Is("RENAME") || (cursor.Take("SET") && cursor.Is("SCHEMA")))
        {
            throw cursor.RefusedWhole(
                DiagnosticCodes.SchemaFileStatement, "A schema file describes objects as they are to be.", "Give the object its name in its CREATE statement.");
        }

        if (target.Word == "SEQUENCE")
        {
            return [SequenceReading.OwnedBy(cursor, target.Name)];
        }

        if (target.Word == "DOMAIN" && cursor.Take("ADD"))
        {
            return [TypeStatementReading.AddedCheck(cursor, target.Name)];
        }

        if (target.Word == "TABLE")
        {
            return cursor.List(c => TableAction(c, target.Name));
        }

        if (target.Word == "TEXT SEARCH CONFIGURATION")
        {
            // PostgreSQL would take german for its own.
            return [new CompletedObject(target, $"ALTER {target.Word} {SqlIdentifier.QuoteWhole(target.Name)} {Whole(cursor, action)}")];
        }

        return Completed.Contains(target.Word)
            ? [new CompletedObject(target, Whole(cursor, start))]
            : throw cursor.RefusedWhole(
                DiagnosticCodes.SchemaFileStatement,
                $"A schema file does not alter a {target.Word.ToLowerInvariant()}: it describes it as it is to be.",
                $"Write it into the statement that creates {target.Name}.");
    }

    private static SchemaStatement TableAction(StatementCursor cursor, QualifiedName table)
    {
        var action = cursor.Index;
        if (cursor.Take("ENABLE", "ROW", "LEVEL", "SECURITY"))
        {
            return new RowSecuritySwitch(table, true, null);
        }

        if (cursor.Take("DISABLE", "ROW", "LEVEL", "SECURITY"))
        {
            return new RowSecuritySwitch(table, false, null);
        }

        if (cursor.Take("NO", "FORCE", "ROW", "LEVEL", "SECURITY"))
        {
            return new RowSecuritySwitch(table, null, false);
        }

        if (cursor.Take("FORCE", "ROW", "LEVEL", "SECURITY"))
        {
            return new RowSecuritySwitch(table, null, true);
        }

        if (cursor.Is("OWNER"))
        {
            throw StatementRefusals.Owner(cursor);
        }

        if (cursor.Take("ENABLE"))
        {
            _ = cursor.Take("ALWAYS") || cursor.Take("REPLICA");
        }
        else
        {
            cursor.Take("DISABLE");
        }

        var isTrigger = cursor.Take("TRIGGER");
        if (action == cursor.Index || (!isTrigger && !cursor.Take("RULE")))
        {
            throw cursor.RefusedWhole(
                DiagnosticCodes.SchemaFileTable,
                $"The table {table} is not altered in a schema file: tables are model classes.",
                "Change the class with [Table], or take the statement out of the schema folder.");
        }

        var name = cursor.Identifier();
        var target = new ObjectReference(isTrigger ? "TRIGGER" : "RULE", table with { Name = name }) { On = table };
        return new CompletedObject(target, $"ALTER TABLE {SqlIdentifier.Quote(table)} {cursor.TextFrom(action)}");
    }

    private static string Whole(StatementCursor cursor, int start)
    {
        _ = cursor.Remaining();
        return cursor.TextFrom(start);
    }
}
