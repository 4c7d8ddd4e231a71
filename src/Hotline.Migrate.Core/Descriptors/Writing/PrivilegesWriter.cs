using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Descriptors.Writing;

/// <summary>Writes the members of the documents of privileges.</summary>
internal static class PrivilegesWriter
{
    public static void Write(CanonicalJsonWriter json, Privileges privileges)
    {
        json.Text("targetKind", privileges.TargetKind);
        DescriptorWriter.Optional(json, "target", privileges.Target);
        DescriptorWriter.Optional(json, "arguments", privileges.Arguments);
        Grants(json, privileges.Grants, privileges.RevokedFromPublic);
    }

    public static void Write(CanonicalJsonWriter json, DefaultPrivileges privileges)
    {
        json.Text("targetKind", privileges.TargetKind);
        DescriptorWriter.Optional(json, "forRole", privileges.ForRole);
        DescriptorWriter.Optional(json, "inSchema", privileges.InSchema);
        Grants(json, privileges.Grants, privileges.RevokedFromPublic);
    }

    private static void Grants(CanonicalJsonWriter json, EquatableArray<Grant> grants, EquatableArray<string> revoked)
    {
        TableWriter.List(json, "grants", grants, (item, grant) =>
        {
            item.Text("role", grant.Role);
            item.Text("privilege", grant.Privilege);
            DescriptorWriter.Texts(item, "columns", grant.Columns);
            DescriptorWriter.Optional(item, "grantable", grant.Grantable);
        });
        DescriptorWriter.Texts(json, "revokedFromPublic", revoked);
    }
}
