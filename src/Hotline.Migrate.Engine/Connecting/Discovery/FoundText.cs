namespace Hotline.Migrate.Connecting.Discovery;

/// <summary>What one place gives: the text of a connection, or why there is none.</summary>
internal sealed record FoundText(ConnectionOrigin Origin, string? Text, string? Detail = null);
