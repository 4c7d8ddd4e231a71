using System.Data.Common;
using Hotline.Migrate.Diagnostics;
using Npgsql;

namespace Hotline.Migrate.Connecting.Forms;

/// <summary>Reads Npgsql's own form. Npgsql is asked one parameter at a time, so that no exception of it can hold the password.</summary>
internal static class NpgsqlString
{
    // Npgsql tells whether it knows a name, but does not list the names.
    private static readonly string[] names =
    [
        "Host", "Server", "Port", "Database", "Username", "User Id", "Password", "Passfile", "Application Name", "Enlist", "Search Path",
        "Client Encoding", "Encoding", "Timezone", "SSL Mode", "SSL Negotiation", "SSL Certificate", "SSL Key", "SSL Password",
        "Root Certificate", "Check Certificate Revocation", "GSS Encryption Mode", "Channel Binding", "Kerberos Service Name",
        "Include Realm", "Persist Security Info", "Include Error Detail", "Pooling", "Minimum Pool Size", "Maximum Pool Size",
        "Connection Idle Lifetime", "Connection Pruning Interval", "Connection Lifetime", "Timeout", "Command Timeout",
        "Cancellation Timeout", "Target Session Attributes", "Load Balance Hosts", "Keepalive", "Tcp Keepalive", "Options",
        "No Reset On Close", "Require Auth", "Read Buffer Size", "Write Buffer Size", "Max Auto Prepare", "Multiplexing",
    ];

    /// <summary>Fills a builder from the text.</summary>
    public static NpgsqlConnectionStringBuilder Read(string text, ConnectionOrigin origin)
    {
        var pairs = new DbConnectionStringBuilder();
        try
        {
            pairs.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            throw ConnectionTextError.Unreadable(origin, "It is no URL, no keyword string and no Npgsql connection string.");
        }

        var builder = new NpgsqlConnectionStringBuilder();
        foreach (string key in pairs.Keys)
        {
            if (!IsName(builder, key))
            {
                // Behind a password that has a semicolon and no quotes, the unknown name is a part of it.
                throw Nearest(key) is null && IsBehindPassword(text, key)
                    ? ConnectionTextError.Unreadable(
                        origin, "What stands behind the password is no parameter.", "Put a password with a semicolon or a quote in double quotes.")
                    : ConnectionTextError.UnknownKey(origin, key, Nearest(key));
            }

            try
            {
                builder[key] = pairs[key];
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException or NotSupportedException)
            {
                throw ConnectionTextError.InvalidValue(origin, key, "a value that Npgsql knows");
            }
        }

        // "Host=h Password=...;Database=d": what is shown as the host must not hold a password.
        return builder.Host?.Contains('=', StringComparison.Ordinal) == true
            ? throw ConnectionTextError.Unreadable(origin, "The host in it has an equals sign.", "Put a semicolon behind each value.")
            : builder;
    }

    /// <summary>Whether Npgsql knows the name.</summary>
    public static bool IsName(NpgsqlConnectionStringBuilder builder, string key) => builder.ContainsKey(key);

    private static bool IsBehindPassword(string text, string key)
    {
        var password = text.IndexOf("pass", StringComparison.OrdinalIgnoreCase) is >= 0 and var word ? word : text.IndexOf("pwd", StringComparison.OrdinalIgnoreCase);
        return password >= 0 && text.LastIndexOf(key, StringComparison.OrdinalIgnoreCase) > password;
    }

    private static string? Nearest(string key) => key.ToLowerInvariant() switch
    {
        "dbname" or "initial catalog" => "Database",
        "user" or "login" => "Username",
        "data source" or "address" => "Host",
        _ => NearestName.Of(key, names),
    };
}
