using Hotline.Migrate.Connecting.Forms;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Connecting.Discovery;

/// <summary>
/// Finds the connection: <c>--url</c>, <c>HOTLINE_MIGRATE_URL</c>, <c>DATABASE_URL</c> (environment, then <c>.env</c> files upwards), the
/// configuration's environment, user secrets, appsettings, PG* variables. The first hit wins.
/// </summary>
public static class ConnectionDiscovery
{
    /// <summary>Looks at all places. Those behind the first hit are only told about.</summary>
    /// <exception cref="DiagnosticException">What the first hit holds cannot be understood, or a file before it cannot be read.</exception>
    public static DiscoveredConnection Find(ConnectionRequest request)
    {
        ConnectionSettings? settings = null;
        var places = new List<ConnectionPlace>();
        foreach (var look in ConnectionPlaces.Of(request))
        {
            try
            {
                foreach (var found in look())
                {
                    var read = Read(found, request);
                    places.Add(new ConnectionPlace(
                        found.Origin,
                        read is null ? ConnectionPlaceOutcome.Absent
                            : settings is null ? ConnectionPlaceOutcome.Used : ConnectionPlaceOutcome.Shadowed,
                        read?.Redacted ?? found.Detail));
                    settings ??= read;
                }
            }
            catch (DiagnosticException exception) when (settings is not null)
            {
                var diagnostic = exception.Diagnostics[0];
                places.Add(new ConnectionPlace(
                    new ConnectionOrigin(diagnostic.Where?.Path ?? "?"), ConnectionPlaceOutcome.Unreadable, $"{diagnostic.Code}: {diagnostic.Summary}"));
            }
        }

        return new DiscoveredConnection(settings, places);
    }

    private static ConnectionSettings? Read(FoundText found, ConnectionRequest request) => found switch
    {
        { Origin.Name: ConnectionPlaces.PgVariables, Text: not null } => ConnectionReader.FromVariables(found.Origin, request.Surroundings),
        { Text: { } text } => ConnectionReader.Read(text, found.Origin, request.Surroundings),
        _ => null,
    };
}
