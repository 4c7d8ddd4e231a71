using System.Globalization;
using Hotline.Migrate.Connecting;
using Npgsql;

namespace Hotline.Migrate.Backups;

/// <summary>A connection as PostgreSQL's own programs take it from their environment.</summary>
internal static class LibpqVariables
{
    /// <summary>The variables of <paramref name="settings"/>; what could lead elsewhere is removed.</summary>
    public static IReadOnlyDictionary<string, string?> Of(ConnectionSettings settings)
    {
        var builder = settings.ToBuilder();
        var hosts = settings.Host.Split(',').Select(host => HostAndPort(host, settings.Port)).ToArray();
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PGHOST"] = string.Join(',', hosts.Select(h => h.Host)),
            ["PGPORT"] = string.Join(',', hosts.Select(h => h.Port)),
            ["PGUSER"] = settings.Username,
            ["PGDATABASE"] = settings.Database,
            ["PGPASSWORD"] = Given(builder.Password),
            ["PGPASSFILE"] = Given(builder.Passfile),
            ["PGSSLMODE"] = builder.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                var mode => mode.ToString().ToLowerInvariant(),
            },
            ["PGSSLROOTCERT"] = Given(builder.RootCertificate),
            ["PGSSLCERT"] = Given(builder.SslCertificate),
            ["PGSSLKEY"] = Given(builder.SslKey),
            ["PGGSSENCMODE"] = "disable",
            ["PGAPPNAME"] = "hotline-migrate",
            ["PGOPTIONS"] = null,
            ["PGSERVICE"] = null,
            ["PGHOSTADDR"] = null,
        };
    }

    /// <summary>The options that name the server to PostgreSQL's programs: <c>--host=... --port=... --username=...</c>.</summary>
    public static IReadOnlyList<string> Options(ConnectionSettings settings)
    {
        var (host, port) = HostAndPort(settings.Host.Split(',')[0], settings.Port);
        return [$"--host={host}", $"--port={port}", $"--username={settings.Username}"];
    }

    private static (string Host, string Port) HostAndPort(string text, int port)
    {
        var ownPort = port.ToString(CultureInfo.InvariantCulture);
        var colon = text.LastIndexOf(':');
        return text.StartsWith('/') || colon < 0 || text.IndexOf(':', StringComparison.Ordinal) != colon
            ? (text.Trim('[', ']'), ownPort)
            : (text[..colon], text[(colon + 1)..]);
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
