using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Reads <c>GRANT</c> and <c>REVOKE</c>.</summary>
internal static class PrivilegeReading
{
    private static readonly string[][] Kinds =
    [
        ["TABLE"], ["SEQUENCE"], ["FUNCTION"], ["PROCEDURE"], ["ROUTINE"], ["SCHEMA"], ["TYPE"], ["DOMAIN"], ["FOREIGN", "DATA", "WRAPPER"], ["FOREIGN", "SERVER"],
    ];

    /// <summary>The changes, one for each object.</summary>
    public static IEnumerable<SchemaStatement> Read(StatementCursor cursor)
    {
        var privileges = Head(cursor, out var isGrant, out var optionOnly);
        if (!cursor.Take("ON"))
        {
            throw cursor.RefusedWhole(
                DiagnosticCodes.SchemaFileStatement, "Who is a member of which role is no part of the schema.", "Do it where the roles are made.");
        }

        if (cursor.Is("ALL"))
        {
            throw cursor.RefusedWhole(
                DiagnosticCodes.SchemaFileStatement,
                "ON ALL ... IN SCHEMA is about the objects that are there when it runs, which a description cannot be.",
                "Name the objects, or write ALTER DEFAULT PRIVILEGES for those that are made later.");
        }

        var word = Kinds.FirstOrDefault(k => cursor.Take(k)) is { } kind ? string.Join(' ', kind) : "TABLE";
        var targets = cursor.List(c => Target(c, word));
        if (cursor.Kind == SqlTokenKind.Word && !cursor.Is("TO") && !cursor.Is("FROM"))
        {
            throw cursor.RefusedWhole(
                DiagnosticCodes.SchemaFileObjectUnknown, "The schema knows no privileges on such an object.", "Move the statement into a migration.");
        }

        var change = Tail(cursor, isGrant, optionOnly, [.. privileges.SelectMany(p => Expanded(p, word))]);
        cursor.ExpectEnd();
        return targets.Select(t => new ChangedPrivileges(t, change));
    }

    /// <summary>Steps over <c>GRANT</c> or <c>REVOKE</c> and the privileges.</summary>
    public static IReadOnlyList<(string Name, EquatableArray<string> Columns)> Head(StatementCursor cursor, out bool isGrant, out bool optionOnly)
    {
        isGrant = cursor.Take("GRANT");
        optionOnly = false;
        if (!isGrant)
        {
            cursor.Expect("REVOKE");
            optionOnly = cursor.Take("GRANT", "OPTION", "FOR");
        }

        return cursor.List(Privilege);
    }

    /// <summary>Steps over the roles and what follows them.</summary>
    public static PrivilegeChange Tail(
        StatementCursor cursor, bool isGrant, bool optionOnly, IReadOnlyList<(string Name, EquatableArray<string> Columns)> privileges)
    {
        cursor.Expect(isGrant ? "TO" : "FROM");
        var roles = cursor.List(c => c.Role());
        var grantable = isGrant && cursor.Take("WITH", "GRANT", "OPTION");
        if (cursor.Take("GRANTED", "BY"))
        {
            cursor.Role();
        }

        _ = cursor.Take("RESTRICT") || cursor.Take("CASCADE");
        var grants =
            from role in roles
            from privilege in privileges
            select new Grant { Role = role, Privilege = privilege.Name, Columns = privilege.Columns, Grantable = grantable };
        return new PrivilegeChange(isGrant, grants.ToEquatableArray(), optionOnly);
    }

    /// <summary><c>ALL</c> as the privileges that it stands for.</summary>
    public static IEnumerable<(string Name, EquatableArray<string> Columns)> Expanded((string Name, EquatableArray<string> Columns) privilege, string word)
    {
        if (privilege.Name != "ALL")
        {
            return [privilege];
        }

        IReadOnlyList<string> all = word switch
        {
            "TABLE" or "TABLES" when !privilege.Columns.IsEmpty => ["INSERT", "REFERENCES", "SELECT", "UPDATE"],
            "TABLE" or "TABLES" => ["DELETE", "INSERT", "REFERENCES", "SELECT", "TRIGGER", "TRUNCATE", "UPDATE"],
            "SEQUENCE" or "SEQUENCES" => ["SELECT", "UPDATE", "USAGE"],
            "SCHEMA" or "SCHEMAS" => ["CREATE", "USAGE"],
            "FUNCTION" or "FUNCTIONS" or "PROCEDURE" or "ROUTINE" => ["EXECUTE"],
            _ => ["USAGE"],
        };
        return all.Select(name => (name, privilege.Columns));
    }

    private static (string Name, EquatableArray<string> Columns) Privilege(StatementCursor cursor)
    {
        var name = cursor.Identifier("a privilege").ToUpperInvariant();
        if (name == "ALL")
        {
            cursor.Take("PRIVILEGES");
        }

        EquatableArray<string> columns = [];
        if (cursor.TakeSymbol('('))
        {
            columns = cursor.List(c => c.Identifier("a column")).Order(StringComparer.Ordinal).ToEquatableArray();
            cursor.ExpectSymbol(')');
        }

        return (name, columns);
    }

    private static ObjectReference Target(StatementCursor cursor, string word) => word switch
    {
        "FUNCTION" or "PROCEDURE" or "ROUTINE" => cursor.Routine(word),
        "SCHEMA" => Schema(cursor.Identifier()),
        "FOREIGN DATA WRAPPER" or "FOREIGN SERVER" => new ObjectReference(word, cursor.DatabaseWideName()),
        "DOMAIN" => new ObjectReference("TYPE", cursor.Name()),
        _ => new ObjectReference(word, cursor.Name()),
    };

    private static ObjectReference Schema(string name) => new("SCHEMA", new QualifiedName(name, name));
}
