using Npgsql;

namespace Hotline.Migrate.Locking;

/// <summary>Knows how a broken connection shows itself.</summary>
internal static class LostConnection
{
    /// <summary>Whether Npgsql threw <paramref name="exception"/> on a connection: it broke, or it was found broken.</summary>
    public static bool Is(Exception exception) => exception is NpgsqlException or InvalidOperationException { Source: "Npgsql" };
}
