using System.Globalization;

namespace Hotline.Migrate.Running;

/// <summary>The timeouts that migrations run under.</summary>
internal sealed class SessionSettings
{
    private static readonly Version HasTransactionTimeout = new(17, 0);

    /// <summary>Makes the statements for a server.</summary>
    /// <param name="server">The server's version.</param>
    /// <param name="lockTimeout">How long a statement may wait for a lock.</param>
    /// <param name="detectsLostClients">Whether the server can notice during a statement that its client is gone.</param>
    public SessionSettings(Version server, TimeSpan lockTimeout, bool detectsLostClients)
    {
        List<(string Name, long Value)> settings =
        [
            ("lock_timeout", (long)lockTimeout.TotalMilliseconds),
            ("statement_timeout", 0),
            ("idle_in_transaction_session_timeout", 0),
        ];
        if (detectsLostClients)
        {
            settings.Add(("client_connection_check_interval", 2000));
        }

        if (server >= HasTransactionTimeout)
        {
            settings.Add(("transaction_timeout", 0));
        }

        All = Select(settings);
        LockTimeout = Select(settings[..1]);
    }

    /// <summary>Sets all, until something sets or resets them.</summary>
    public string All { get; }

    /// <summary>Sets the lock timeout alone.</summary>
    public string LockTimeout { get; }

    private static string Select(IEnumerable<(string Name, long Value)> settings) =>
        "SELECT " + string.Join(", ", settings.Select(s => string.Create(
            CultureInfo.InvariantCulture, $"pg_catalog.set_config('{s.Name}', '{s.Value}', false)")));
}
