namespace Hotline.Migrate.Connecting.Discovery;

/// <summary>A connection that the configuration file gives an environment.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Text">The connection, in any form; <c>${NAME}</c> stands for a variable.</param>
/// <param name="File">The configuration file.</param>
public sealed record ConfiguredConnection(string Environment, string Text, string File);
