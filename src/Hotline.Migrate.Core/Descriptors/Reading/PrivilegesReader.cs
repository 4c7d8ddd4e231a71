using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Descriptors.Reading;

/// <summary>Reads privileges.</summary>
internal static class PrivilegesReader
{
    public static Privileges PrivilegesOf(JsonMembers json) =>
        Privileges.On(json.Required("targetKind"), ObjectReader.Name(json, "target"), json.Text("arguments")) with
        {
            Grants = Grants(json),
            RevokedFromPublic = json.Texts("revokedFromPublic"),
        };

    public static DefaultPrivileges DefaultPrivilegesOf(JsonMembers json) =>
        DefaultPrivileges.On(json.Required("targetKind"), json.Text("forRole"), json.Text("inSchema")) with
        {
            Grants = Grants(json),
            RevokedFromPublic = json.Texts("revokedFromPublic"),
        };

    private static EquatableArray<Grant> Grants(JsonMembers json) => json.List("grants", g => new Grant
    {
        Role = g.Required("role"),
        Privilege = g.Required("privilege"),
        Columns = g.Texts("columns"),
        Grantable = g.Flag("grantable"),
    });
}
