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

    /// <summary>The key as a text: one object for all files where it is one of ours.</summary>
    public static string Name(ReadOnlySpan<char> key) => key switch
    {
        Message => Message,
        Revision => Revision,
        Parents => Parents,
        DependsOn => DependsOn,
        Labels => Labels,
        Created => Created,
        Hash => Hash,
        Generated => Generated,
        _ => key.ToString(),
    };

    /// <summary>Whether it is one of them.</summary>
    public static bool IsKnown(string key) =>
        key is Message or Revision or Parents or DependsOn or Labels or Created or Hash or Generated;
}
