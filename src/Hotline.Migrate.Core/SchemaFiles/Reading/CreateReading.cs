using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Reads <c>CREATE ...</c>.</summary>
internal static class CreateReading
{
    /// <summary>What the statement creates.</summary>
    public static SchemaStatement Read(StatementCursor cursor)
    {
        cursor.Expect("CREATE");
        cursor.Take("OR", "REPLACE");
        var kind = cursor.Index;
        if (Simple(cursor, kind) is { } simple)
        {
            return new CreatedObject(simple);
        }

        if (cursor.Is("UNIQUE") || cursor.Is("INDEX"))
        {
            return IndexReading.Read(cursor);
        }

        return (cursor.Take("POLICY"), cursor.Take("TABLE")) switch
        {
            (true, _) => PolicyReading.Read(cursor),
            (_, true) => throw Table(cursor),
            _ => throw Unknown(cursor),
        };
    }

    private static SchemaObject? Simple(StatementCursor cursor, int kind)
    {
        if (cursor.Take("VIEW") || cursor.Take("RECURSIVE", "VIEW"))
        {
            return Plain(cursor, kind, SchemaKinds.View);
        }

        if (cursor.Take("MATERIALIZED", "VIEW"))
        {
            return Plain(cursor, kind, SchemaKinds.MaterializedView);
        }

        if (cursor.Take("FUNCTION"))
        {
            return Routine(cursor, kind, SchemaKinds.Function);
        }

        if (cursor.Take("PROCEDURE"))
        {
            return Routine(cursor, kind, SchemaKinds.Procedure);
        }

        if (cursor.Take("AGGREGATE"))
        {
            return AggregateReading.Read(cursor, kind);
        }

        if (cursor.Take("TRIGGER") || cursor.Take("CONSTRAINT", "TRIGGER"))
        {
            return OnRelation(cursor, kind, SchemaKinds.Trigger, "ON");
        }

        if (cursor.Take("RULE"))
        {
            return OnRelation(cursor, kind, SchemaKinds.Rule, "TO");
        }

        if (cursor.Take("EVENT", "TRIGGER"))
        {
            return Plain(cursor, kind, SchemaKinds.EventTrigger);
        }

        if (cursor.Take("FOREIGN", "DATA", "WRAPPER"))
        {
            return Plain(cursor, kind, SchemaKinds.ForeignDataWrapper);
        }

        if (cursor.Take("FOREIGN", "TABLE"))
        {
            return Plain(cursor, kind, SchemaKinds.ForeignTable);
        }

        return TextSearch(cursor, kind) ?? Word(cursor, kind);
    }

    private static SqlObject? TextSearch(StatementCursor cursor, int kind) =>
        cursor.Take("TEXT", "SEARCH", "DICTIONARY") ? Plain(cursor, kind, SchemaKinds.TextSearchDictionary)
        : cursor.Take("TEXT", "SEARCH", "CONFIGURATION") ? Plain(cursor, kind, SchemaKinds.TextSearchConfiguration)
        : null;

    private static SchemaObject? Word(StatementCursor cursor, int kind) =>
        cursor.Take("PUBLICATION") ? Plain(cursor, kind, SchemaKinds.Publication)
        : cursor.Take("STATISTICS") ? Plain(cursor, kind, SchemaKinds.Statistics)
        : cursor.Take("COLLATION") ? Plain(cursor, kind, SchemaKinds.Collation)
        : cursor.Take("SERVER") ? Plain(cursor, kind, SchemaKinds.ForeignServer)
        : cursor.Take("TYPE") ? TypeStatementReading.Type(cursor, kind)
        : cursor.Take("DOMAIN") ? TypeStatementReading.Domain(cursor)
        : cursor.Take("SEQUENCE") ? SequenceReading.Create(cursor)
        : cursor.Take("UNLOGGED", "SEQUENCE") ? SequenceReading.Create(cursor) with { Unlogged = true }
        : cursor.Take("EXTENSION") ? Extension(cursor)
        : cursor.Take("SCHEMA") ? Schema(cursor)
        : null;

    private static SqlObject Plain(StatementCursor cursor, int kind, string schemaKind)
    {
        var behindKind = cursor.Index;
        cursor.Take("IF", "NOT", "EXISTS");
        if (schemaKind == SchemaKinds.Statistics && cursor.Is("ON"))
        {
            throw cursor.Refused(DiagnosticCodes.SchemaFileSyntax, "A statistics object needs a name here.", "Name it: CREATE STATISTICS name ON ...");
        }

        var name = cursor.Index;
        var qualified = SchemaKinds.IsDatabaseWide(schemaKind) ? cursor.DatabaseWideName() : cursor.Name();
        return SqlObject.Of(schemaKind, qualified, DefinitionText.Of(cursor, kind, behindKind, name));
    }

    private static SqlObject Routine(StatementCursor cursor, int kind, string schemaKind)
    {
        var start = cursor.Index;
        var name = cursor.Name();
        var arguments = cursor.Arguments();
        return SqlObject.Routine(schemaKind, name, arguments, DefinitionText.Of(cursor, kind, start, start));
    }

    private static SqlObject OnRelation(StatementCursor cursor, int kind, string schemaKind, string preposition)
    {
        var start = cursor.Index;
        var name = cursor.Identifier();
        if (!cursor.SkipTo(preposition))
        {
            throw cursor.Unexpected(preposition);
        }

        cursor.Expect(preposition);
        return SqlObject.OnRelation(schemaKind, cursor.Name("a table or view"), name, DefinitionText.Of(cursor, kind, start, start));
    }

    private static Extension Extension(StatementCursor cursor)
    {
        cursor.Take("IF", "NOT", "EXISTS");
        var extension = new Extension { Name = cursor.DatabaseWideName() };
        cursor.Take("WITH");
        while (!cursor.IsAtEnd)
        {
            if (cursor.Take("SCHEMA"))
            {
                extension = extension with { InstallSchema = cursor.Identifier() };
            }
            else if (cursor.Take("VERSION"))
            {
                extension = extension with { Version = cursor.IsName ? cursor.Identifier() : cursor.Text() };
            }
            else
            {
                cursor.Expect("CASCADE");
            }
        }

        return extension;
    }

    private static SchemaNamespace Schema(StatementCursor cursor)
    {
        cursor.Take("IF", "NOT", "EXISTS");
        if (!cursor.Is("AUTHORIZATION"))
        {
            var name = cursor.Identifier();
            if (!cursor.Is("AUTHORIZATION"))
            {
                cursor.ExpectEnd();
                return new SchemaNamespace { Name = new QualifiedName(name, name) };
            }
        }

        throw StatementRefusals.Owner(cursor);
    }

    private static DiagnosticException Table(StatementCursor cursor) => cursor.RefusedWhole(
        DiagnosticCodes.SchemaFileTable,
        "A table is a model class and is not created in a schema file.",
        "Write a class with [Table], or take the statement out of the schema folder.");

    private static DiagnosticException Unknown(StatementCursor cursor)
    {
        if (cursor.Is("TEMP") || cursor.Is("TEMPORARY") || cursor.Is("LOCAL") || cursor.Is("GLOBAL"))
        {
            return cursor.RefusedWhole(DiagnosticCodes.SchemaFileObjectUnknown, "A temporary object is no part of the schema.");
        }

        return cursor.Is("UNLOGGED")
            ? Table(cursor)
            : cursor.RefusedWhole(
                DiagnosticCodes.SchemaFileObjectUnknown,
                $"CREATE {cursor.Token.ToString().ToUpperInvariant()} makes no object that the schema knows, so its changes would not be seen.",
                "Move the statement into a migration.");
    }
}
