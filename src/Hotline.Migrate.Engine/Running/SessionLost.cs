namespace Hotline.Migrate.Running;

/// <summary>The working connection broke. Whether the last commit was done, the history tells.</summary>
internal sealed class SessionLost(Exception cause) : Exception(cause.Message, cause);
