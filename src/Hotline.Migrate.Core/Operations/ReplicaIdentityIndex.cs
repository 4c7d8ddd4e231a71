namespace Hotline.Migrate.Operations;

/// <summary>The index that a replica identity names.</summary>
internal static class ReplicaIdentityIndex
{
    private const string Prefix = "index ";

    /// <summary>The index's name, or <c>null</c> for <c>full</c>, <c>nothing</c> and the default.</summary>
    public static string? Of(string? identity) =>
        identity?.StartsWith(Prefix, StringComparison.Ordinal) == true ? identity[Prefix.Length..] : null;
}
