using System.Globalization;
using Hotline.Migrate.History;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Running;

/// <summary>The timeouts and the search path that migrations run under.</summary>
internal sealed class SessionSettings
{
    private static readonly Version HasTransactionTimeout = new(17, 0);

    private readonly List<(string Name, string Value)> settings;

    /// <summary>Makes the statements for a server.</summary>
    /// <param name="server">The server's version.</param>
    /// <param name="lockTimeout">How long a statement may wait for a lock.</param>
    /// <param name="statementTimeout">How long a statement may run.</param>
    /// <param name="detectsLostClients">Whether the server can notice during a statement that its client is gone.</param>
    /// <param name="searchPath">The search path; <c>null</c> leaves that of the session.</param>
    public SessionSettings(Version server, TimeSpan lockTimeout, TimeSpan statementTimeout, bool detectsLostClients, string? searchPath)
    {
        settings =
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

    /// <summary>A <c>SELECT</c> that sets again what <paramref name="sql"/> takes back to the role's or the server's default; <c>null</c> where it takes back none of it.</summary>
    public string? Behind(string sql) => SettingReset.Of(sql) switch
    {
        null => null,
        SettingReset.All => All,
        var name => settings.FindIndex(s => s.Name == name) is >= 0 and var index ? Select([settings[index]]) : null,
    };

    private static string Milliseconds(TimeSpan time) => ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    private static string Select(IEnumerable<(string Name, string Value)> settings) =>
        "SELECT " + string.Join(", ", settings.Select(s => $"pg_catalog.set_config('{s.Name}', {SqlLiteral.Of(s.Value)}, false)"));
}
