namespace Hotline.Migrate.Connecting.Discovery;

/// <summary>What a place held.</summary>
public enum ConnectionPlaceOutcome
{
    /// <summary>Nothing.</summary>
    Absent,

    /// <summary>The connection that counts.</summary>
    Used,

    /// <summary>A connection, but an earlier place had one.</summary>
    Shadowed,

    /// <summary>Something that cannot be read; an earlier place had a connection, so nobody needs it.</summary>
    Unreadable,
}
