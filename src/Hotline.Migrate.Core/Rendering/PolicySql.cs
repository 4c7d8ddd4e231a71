using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Row-level security.</summary>
internal static class PolicySql
{
    public static IEnumerable<string> Create(QualifiedName table, Policy policy)
    {
        yield return $"CREATE POLICY {SqlIdentifier.Quote(policy.Name)} ON {SqlIdentifier.Quote(table)}"
            + (policy.Restrictive ? " AS RESTRICTIVE" : "")
            + (policy.Command == "ALL" ? "" : $" FOR {policy.Command}")
            + (policy.Roles.IsEmpty ? "" : $" TO {Roles(policy)}")
            + (policy.Using is { } condition ? $" USING ({condition})" : "")
            + (policy.WithCheck is { } check ? $" WITH CHECK ({check})" : "");
        if (policy.Comment is { } comment)
        {
            yield return CommentSql.Set(new CommentTarget("POLICY", table, policy.Name), comment);
        }
    }

    public static IEnumerable<string> Alter(AlterPolicy alter)
    {
        yield return $"ALTER POLICY {SqlIdentifier.Quote(alter.New.Name)} ON {SqlIdentifier.Quote(alter.Table)}"
            + (alter.Old.Roles == alter.New.Roles ? "" : $" TO {Roles(alter.New)}")
            + (alter.New.Using is { } condition && condition != alter.Old.Using ? $" USING ({condition})" : "")
            + (alter.New.WithCheck is { } check && check != alter.Old.WithCheck ? $" WITH CHECK ({check})" : "");
    }

    public static IEnumerable<string> RowSecurity(QualifiedName table, RowSecurity old, RowSecurity @new)
    {
        var alter = $"ALTER TABLE {SqlIdentifier.Quote(table)}";
        if (old == Schema.RowSecurity.Disabled && @new != Schema.RowSecurity.Disabled)
        {
            yield return $"{alter} ENABLE ROW LEVEL SECURITY";
        }

        if ((old == Schema.RowSecurity.Forced) != (@new == Schema.RowSecurity.Forced))
        {
            yield return $"{alter} {(@new == Schema.RowSecurity.Forced ? "FORCE" : "NO FORCE")} ROW LEVEL SECURITY";
        }

        if (old != Schema.RowSecurity.Disabled && @new == Schema.RowSecurity.Disabled)
        {
            yield return $"{alter} DISABLE ROW LEVEL SECURITY";
        }
    }

    // The pseudo roles are key words here; quoted, they would be roles of that name.
    private static string Roles(Policy policy) => policy.Roles.IsEmpty
        ? "PUBLIC"
        : string.Join(", ", policy.Roles.Select(r => r.ToUpperInvariant() is "PUBLIC" or "CURRENT_USER" or "CURRENT_ROLE" or "SESSION_USER"
            ? r.ToUpperInvariant()
            : SqlIdentifier.Quote(r)));
}
