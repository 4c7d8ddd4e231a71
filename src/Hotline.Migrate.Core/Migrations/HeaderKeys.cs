namespace Hotline.Migrate.Migrations;

/// <summary>The keys of the header, in the order in which they are written.</summary>
internal static class HeaderKeys
{
    public const string Message = "migration";
    public const string Revision = "revision";
    public const string Parents = "parents";
    public const string DependsOn = "depends_on";
    public const string Labels = "labels";
    public const string Created = "created";
    public const string Hash = "hash";
    public const string Generated = "draft";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Message, Revision, Parents, DependsOn, Labels, Created, Hash, Generated];
}
