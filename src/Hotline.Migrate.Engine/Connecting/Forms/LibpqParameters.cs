using System.Collections.Frozen;
using System.Globalization;
using Hotline.Migrate.Diagnostics;
using Npgsql;

namespace Hotline.Migrate.Connecting.Forms;

/// <summary>
/// The parameters of URLs and keyword strings: libpq's own, and those that the URLs of JDBC, SQLAlchemy, Prisma and Atlas add.
/// Host and port are not among them, because only together they give Npgsql's host list.
/// </summary>
internal static class LibpqParameters
{
    private const string Boolean = "true or false";

    private static readonly FrozenDictionary<string, LibpqParameter> known = Known().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> ignored = Ignored().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> otherNames = new Dictionary<string, string>
    {
        ["database"] = "dbname", ["db"] = "dbname", ["username"] = "user", ["uid"] = "user", ["user id"] = "user",
        ["pwd"] = "password", ["passwd"] = "password", ["server"] = "host", ["timeout"] = "connect_timeout",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The parameter's meaning; null for a name that is not known.</summary>
    public static LibpqParameter? Find(string key) => known.GetValueOrDefault(key);

    /// <summary>Why a known parameter is passed over; null for every other.</summary>
    public static string? WhyIgnored(string key) => ignored.GetValueOrDefault(key);

    /// <summary>Whether a keyword string may hold the name.</summary>
    public static bool IsKnown(string key) =>
        key is "host" or "hostaddr" or "port" or "service" || known.ContainsKey(key) || ignored.ContainsKey(key);

    /// <summary>The name that an unknown one was meant to be, if that can be guessed.</summary>
    public static string? Nearest(string key) =>
        otherNames.GetValueOrDefault(key)
        ?? NearestName.Of(key, known.Keys.Concat(["host", "hostaddr", "port", "service"]));

    private static Dictionary<string, LibpqParameter> Known()
    {
        var known = new Dictionary<string, LibpqParameter>
        {
            ["user"] = Text((b, v) => b.Username = v),
            ["password"] = Text((b, v) => b.Password = v),
            ["dbname"] = Text((b, v) => b.Database = v),
            ["passfile"] = Text((b, v) => b.Passfile = v),
            ["options"] = Text((b, v) => b.Options = v),
            ["client_encoding"] = Text((b, v) => b.ClientEncoding = v.Equals("auto", StringComparison.OrdinalIgnoreCase) ? null : v),
            ["krbsrvname"] = Text((b, v) => b.KerberosServiceName = v),
            ["sslcert"] = Text((b, v) => b.SslCertificate = v),
            ["sslkey"] = Text((b, v) => b.SslKey = v),
            ["sslpassword"] = Text((b, v) => b.SslPassword = v),
            ["sslrootcert"] = Text(SetRootCertificate),
            ["require_auth"] = new("methods such as scram-sha-256", (b, v) => Set(b, "Require Auth", v)),
            ["fallback_application_name"] = Text((b, v) => b.ApplicationName ??= v),
            ["sslmode"] = SslModes,
            ["ssl"] = new(Boolean, (b, v) => SslModes.TryApply(b, Flag(v) switch { true => "require", false => "disable", null => v })),
            ["sslnegotiation"] = Choice<SslNegotiation>("postgres or direct", (b, v) => b.SslNegotiation = v, new()
            {
                ["postgres"] = SslNegotiation.Postgres, ["direct"] = SslNegotiation.Direct,
            }),
            ["channel_binding"] = Choice<ChannelBinding>("disable, prefer or require", (b, v) => b.ChannelBinding = v, new()
            {
                ["disable"] = ChannelBinding.Disable, ["prefer"] = ChannelBinding.Prefer, ["require"] = ChannelBinding.Require,
            }),
            ["gssencmode"] = Choice<GssEncryptionMode>("disable, prefer or require", (b, v) => b.GssEncryptionMode = v, new()
            {
                ["disable"] = GssEncryptionMode.Disable, ["prefer"] = GssEncryptionMode.Prefer, ["require"] = GssEncryptionMode.Require,
            }),
            ["target_session_attrs"] = new(
                "any, read-write, read-only, primary, standby, prefer-primary or prefer-standby",
                (b, v) => Set(b, "Target Session Attributes", v)),
            ["load_balance_hosts"] = Choice<bool>("disable or random", (b, v) => b.LoadBalanceHosts = v, new()
            {
                ["disable"] = false, ["random"] = true,
            }),
            ["keepalives"] = Choice<bool>("0 or 1", (b, v) => b.TcpKeepAlive = v, new() { ["0"] = false, ["1"] = true }),
        };
        Add(known, Text((b, v) => b.ApplicationName = v), "application_name", "ApplicationName");
        Add(known, Text((b, v) => b.SearchPath = v), "search_path", "currentSchema", "schema");
        Add(known, new("a number of seconds", SetTimeout), "connect_timeout", "connectTimeout", "loginTimeout");
        return known;
    }

    private static Dictionary<string, string> Ignored()
    {
        const string Meaningless = "It has no meaning for this driver.";
        var ignored = new Dictionary<string, string>
        {
            ["pgbouncer"] = "Through a pooler in transaction mode locks do not hold; give a direct connection for migrations.",
        };
        foreach (var key in new[]
        {
            "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout", "sslcompression", "sslsni",
            "ssl_min_protocol_version", "ssl_max_protocol_version", "gsslib", "gssdelegation", "krbspn",
            "connection_limit", "pool_timeout", "socket_timeout", "statement_cache_size", "prepared_statement_cache_size",
            "async_fallback", "prepareThreshold", "preparedStatementCacheQueries", "preparedStatementCacheSizeMiB",
            "reWriteBatchedInserts", "socketTimeout", "tcpKeepAlive", "stringtype", "binaryTransfer", "assumeMinServerVersion",
            "defaultRowFetchSize", "autosave", "pool_max_conns", "uselibpqcompat",
        })
        {
            ignored[key] = Meaningless;
        }

        return ignored;
    }

    private static LibpqParameter SslModes => Choice<SslMode>(
        "disable, allow, prefer, require, verify-ca or verify-full",
        // As in libpq: a root certificate that is given is checked, too.
        (b, v) => b.SslMode = v == SslMode.Require && b.RootCertificate is not null ? SslMode.VerifyCA : v,
        new()
        {
            ["disable"] = SslMode.Disable,
            ["allow"] = SslMode.Allow,
            ["prefer"] = SslMode.Prefer,
            ["require"] = SslMode.Require,
            ["verify-ca"] = SslMode.VerifyCA,
            ["verify-full"] = SslMode.VerifyFull,
        });

    // "system" means the system's certificates, which Npgsql uses where no file is named.
    private static void SetRootCertificate(NpgsqlConnectionStringBuilder builder, string value)
    {
        if (value == "system")
        {
            builder.SslMode = SslMode.VerifyFull;
            return;
        }

        builder.RootCertificate = value;
        if (builder.SslMode == SslMode.Require)
        {
            builder.SslMode = SslMode.VerifyCA;
        }
    }

    // In libpq zero and less mean to wait forever; Npgsql knows zero alone, and at most 1024 seconds.
    private static bool SetTimeout(NpgsqlConnectionStringBuilder builder, string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
        && Do(() => builder.Timeout = Math.Clamp(seconds, 0, 1024));

    private static bool? Flag(string value) => value.ToLowerInvariant() switch
    {
        "true" or "1" or "on" => true,
        "false" or "0" or "off" => false,
        _ => null,
    };

    private static LibpqParameter Text(Action<NpgsqlConnectionStringBuilder, string> set) => new(
        "a text",
        (builder, value) => Do(() => set(builder, value)));

    private static LibpqParameter Choice<T>(string expected, Action<NpgsqlConnectionStringBuilder, T> set, Dictionary<string, T> values) => new(
        expected,
        (builder, value) => values.TryGetValue(value.ToLowerInvariant(), out var chosen) && Do(() => set(builder, chosen)));

    private static bool Set(NpgsqlConnectionStringBuilder builder, string key, string value) => Do(() => builder[key] = value);

    // Npgsql's own exceptions are never shown: their text may hold the value.
    private static bool Do(Action set)
    {
        try
        {
            set();
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or NotSupportedException)
        {
            return false;
        }
    }

    private static void Add(Dictionary<string, LibpqParameter> known, LibpqParameter parameter, params string[] keys)
    {
        foreach (var key in keys)
        {
            known[key] = parameter;
        }
    }
}
