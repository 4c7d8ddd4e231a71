namespace Hotline.Migrate.Testing;

/// <summary>There is no PostgreSQL to test with; the message says what to install.</summary>
internal sealed class ServerUnavailableException(string message) : Exception(message);
