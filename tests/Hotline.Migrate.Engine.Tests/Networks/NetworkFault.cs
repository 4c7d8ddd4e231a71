namespace Hotline.Migrate.Engine.Tests.Networks;

/// <summary>What becomes of a connection.</summary>
internal enum NetworkFault
{
    /// <summary>Both sides are told that it is over.</summary>
    Close,

    /// <summary>Both sides are told that it never was.</summary>
    Reset,

    /// <summary>Nothing comes through for a while, then it is reset.</summary>
    Stall,

    /// <summary>The client is told at once, the server only after a while: it works on.</summary>
    HalfOpen,
}
