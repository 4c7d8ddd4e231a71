using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>
/// What roles may do with an object at the moment in which it is made: what <c>ALTER DEFAULT PRIVILEGES</c> of the applying role says then.
/// </summary>
/// <remarks>
/// Default privileges change after everything else, so those that are there before the migration count.
/// <see href="https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html"/>: those of a schema can only add to those of all schemas.
/// </remarks>
internal static class InitialPrivileges
{
    /// <summary>The privileges of an object that is made anew; <c>null</c> where they are PostgreSQL's own.</summary>
    public static Privileges? Of(DatabaseSchema before, Privileges target)
    {
        var kind = target.TargetKind switch
        {
            "TABLE" => "TABLES",
            "SEQUENCE" => "SEQUENCES",
            "FUNCTION" or "PROCEDURE" or "ROUTINE" or "AGGREGATE" => "FUNCTIONS",
            "TYPE" or "DOMAIN" => "TYPES",
            "SCHEMA" => "SCHEMAS",
            _ => null,
        };
        var everywhere = Find(before, kind, inSchema: null);
        var here = kind == "SCHEMAS" ? null : Find(before, kind, target.Target.Schema);
        List<Grant> given = [.. everywhere?.Grants ?? [], .. here?.Grants ?? []];
        var revoked = (everywhere?.RevokedFromPublic ?? []).Where(r => !given.Any(g => IsPublic(g, r))).ToEquatableArray();
        var grants = given
            .Where(g => everywhere is null || !everywhere.RevokedFromPublic.Any(r => IsPublic(g, r)))
            .Where(g => !g.Grantable ? !given.Contains(g with { Grantable = true }) : true)
            .Distinct()
            .OrderBy(g => g.Role, StringComparer.Ordinal)
            .ThenBy(g => g.Privilege, StringComparer.Ordinal)
            .ToEquatableArray();
        return grants.IsEmpty && revoked.IsEmpty ? null : target with { Grants = grants, RevokedFromPublic = revoked };
    }

    /// <summary>The objects of a schema that may have privileges, without any, each with what it is made as.</summary>
    public static IEnumerable<(SchemaKey Key, Privileges Target)> Objects(DatabaseSchema schema) => schema.Objects
        .Select(o => o switch
        {
            Table => (SchemaKey.Relation(o.Name), Privileges.On("TABLE", o.Name)),
            Sequence => (SchemaKey.Relation(o.Name), Privileges.On("SEQUENCE", o.Name)),
            EnumType or Domain or CompositeType or SqlObject { Kind: SchemaKinds.Range } => (SchemaKey.Type(o.Name), Privileges.On("TYPE", o.Name)),
            SqlObject { Arguments: not null } routine => (SchemaKey.Of(routine), Routine(routine)),
            SqlObject { Kind: SchemaKinds.View or SchemaKinds.MaterializedView or SchemaKinds.ForeignTable } => (SchemaKey.Relation(o.Name), Privileges.On("TABLE", o.Name)),
            _ => ((SchemaKey Key, Privileges Target)?)null,
        })
        .OfType<(SchemaKey, Privileges)>()
        .Concat(NamespacePlanner.Names(schema).Select(n => (SchemaKey.Schema(n), Privileges.On("SCHEMA", new QualifiedName(n, n)))));

    private static Privileges Routine(SqlObject routine) => Privileges.On(
        routine.Kind == SchemaKinds.Procedure ? "PROCEDURE" : "FUNCTION",
        routine.Name with { Name = routine.OwnName },
        routine.Arguments == "*" ? "" : routine.Arguments);

    private static DefaultPrivileges? Find(DatabaseSchema schema, string? kind, string? inSchema) =>
        schema.Objects.OfType<DefaultPrivileges>().FirstOrDefault(d => d.TargetKind == kind && d.ForRole is null && d.InSchema == inSchema);

    private static bool IsPublic(Grant grant, string privilege) => grant.Role == Grant.Public && grant.Privilege == privilege;
}
