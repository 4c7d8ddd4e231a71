using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Reads <c>ALTER DEFAULT PRIVILEGES</c>.</summary>
internal static class DefaultPrivilegesReading
{
    private static readonly string[] Kinds = ["TABLES", "SEQUENCES", "FUNCTIONS", "TYPES", "SCHEMAS"];

    /// <summary>The changes, one for each role and schema; the cursor is behind the words.</summary>
    public static IEnumerable<SchemaStatement> Read(StatementCursor cursor)
    {
        IReadOnlyList<string?> roles = [null];
        IReadOnlyList<string?> schemas = [null];
        while (!cursor.Is("GRANT") && !cursor.Is("REVOKE"))
        {
            if (cursor.Take("FOR"))
            {
                _ = cursor.Take("ROLE") || cursor.Take("USER");
                roles = cursor.List(c => c.Role());
            }
            else
            {
                cursor.Expect("IN");
                cursor.Expect("SCHEMA");
                schemas = cursor.List(c => c.Identifier());
            }
        }

        var privileges = PrivilegeReading.Head(cursor, out var isGrant, out var optionOnly);
        cursor.Expect("ON");
        var kind = Kinds.FirstOrDefault(k => cursor.Take(k))
            ?? (cursor.Take("ROUTINES") ? "FUNCTIONS" : throw cursor.Unexpected("TABLES, SEQUENCES, FUNCTIONS, TYPES or SCHEMAS"));
        var change = PrivilegeReading.Tail(cursor, isGrant, optionOnly, [.. privileges.SelectMany(p => PrivilegeReading.Expanded(p, kind))]);
        cursor.ExpectEnd();
        return
            from role in roles
            from schema in schemas
            select new ChangedDefaultPrivileges(DefaultPrivileges.On(kind, role, schema), change);
    }
}
