using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Reads <c>CREATE POLICY</c>.</summary>
internal static class PolicyReading
{
    private static readonly string[] Commands = ["ALL", "SELECT", "INSERT", "UPDATE", "DELETE"];

    /// <summary>The policy; the cursor is behind the word.</summary>
    public static CreatedPolicy Read(StatementCursor cursor)
    {
        var policy = new Policy { Name = cursor.Identifier() };
        cursor.Expect("ON");
        var table = cursor.Name("a table");
        if (cursor.Take("AS"))
        {
            var restrictive = cursor.Take("RESTRICTIVE");
            if (!restrictive)
            {
                cursor.Expect("PERMISSIVE");
            }

            policy = policy with { Restrictive = restrictive };
        }

        if (cursor.Take("FOR"))
        {
            policy = policy with
            {
                Command = Commands.FirstOrDefault(c => cursor.Take(c)) ?? throw cursor.Unexpected("ALL, SELECT, INSERT, UPDATE or DELETE"),
            };
        }

        if (cursor.Take("TO"))
        {
            var roles = cursor.List(c => c.Role()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            policy = policy with { Roles = roles.Contains(Grant.Public) ? [] : roles.ToEquatableArray() };
        }

        if (cursor.Take("USING"))
        {
            policy = policy with { Using = Condition(cursor) };
        }

        if (cursor.Take("WITH", "CHECK"))
        {
            policy = policy with { WithCheck = Condition(cursor) };
        }

        cursor.ExpectEnd();
        return new CreatedPolicy(table, policy);
    }

    private static string Condition(StatementCursor cursor) => ExpressionText.WithoutOuterParentheses(cursor.Parenthesised());
}
