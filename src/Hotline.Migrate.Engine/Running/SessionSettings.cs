using System.Globalization;
using Hotline.Migrate.History;

namespace Hotline.Migrate.Running;

/// <summary>The timeouts and the search path that migrations run under.</summary>
internal sealed class SessionSettings
{
    private static readonly Version HasTransactionTimeout = new(17, 0);

    /// <summary>Makes the statements for a server.</summary>
    /// <param name="server">The server's version.</param>
    /// <param name="lockTimeout">How long a statement may wait for a lock.</param>
    /// <param name="statementTimeout">How long a statement may run.</param>
    /// <param name="detectsLostClients">Whether the server can notice during a statement that its client is gone.</param>
    /// <param name="searchPath">The search path; <c>null</c> leaves that of the session.</param>
    public SessionSettings(Version server, TimeSpan lockTimeout, TimeSpan statementTimeout, bool detectsLostClients, string? searchPath)
    {
        List<(string Name, string Value)> settings =
        [
            ("lock_timeout", Milliseconds(lockTimeout)),
            ("statement_timeout", Milliseconds(statementTimeout)),
            ("idle_in_transaction_session_timeout", "0"),
        ];
        if (searchPath is not null)
        {
            settings.Add(("search_path", searchPath));
        }

        if (detectsLostClients)
        {
            settings.Add(("client_connection_check_interval", "2000"));
        }

        if (server >= HasTransactionTimeout)
        {
            settings.Add(("transaction_timeout", "0"));
        }

        All = Select(settings);
        LockTimeout = Select(settings[..1]);
    }

    /// <summary>Sets all, until something sets or resets them.</summary>
    public string All { get; }

    /// <summary>Sets the lock timeout alone.</summary>
    public string LockTimeout { get; }

    private static string Milliseconds(TimeSpan time) => ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    private static string Select(IEnumerable<(string Name, string Value)> settings) =>
        "SELECT " + string.Join(", ", settings.Select(s => $"pg_catalog.set_config('{s.Name}', {SqlLiteral.Of(s.Value)}, false)"));
}
