namespace Hotline.Migrate.Connecting.Discovery;

/// <summary>A place where a connection may be, and what was found there.</summary>
/// <param name="Origin">The place.</param>
/// <param name="Outcome">What was found.</param>
/// <param name="Detail">The connection without its password, or why there is none.</param>
public sealed record ConnectionPlace(ConnectionOrigin Origin, ConnectionPlaceOutcome Outcome, string? Detail);
