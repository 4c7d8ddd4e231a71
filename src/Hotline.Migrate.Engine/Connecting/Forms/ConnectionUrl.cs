namespace Hotline.Migrate.Connecting.Forms;

/// <summary>Reads the URL form into libpq's parameters.</summary>
internal static class ConnectionUrl
{
    private const string Jdbc = "jdbc:";

    private static readonly string[] schemes = ["postgresql", "postgres"];

    /// <summary>Whether the text has a URL's shape: a scheme, then <c>://</c> (JDBC allows a lone colon).</summary>
    public static bool IsUrl(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            && text[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '.' or '-')
            && (text[colon..].StartsWith("://", StringComparison.Ordinal) || text.StartsWith(Jdbc, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The parameters; with the driver that an SQLAlchemy URL names, which says nothing here.</summary>
    public static IReadOnlyList<ConnectionParameter> Read(string text, ConnectionOrigin origin, out string? driver)
    {
        if (text.StartsWith(Jdbc, StringComparison.OrdinalIgnoreCase))
        {
            text = text[Jdbc.Length..];
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon < 0 ? [text] : text[..colon].Split('+', 2);
        if (colon < 0 || !schemes.Contains(scheme[0], StringComparer.OrdinalIgnoreCase))
        {
            throw ConnectionTextError.Unreadable(origin, $"It is a URL of {scheme[0]}, not of PostgreSQL.");
        }

        driver = scheme.Length > 1 ? scheme[1] : null;
        var rest = text[(colon + 1)..];
        var (path, query) = Cut(rest.StartsWith("//", StringComparison.Ordinal) ? rest[2..] : "/" + rest.TrimStart('/'), '?');
        var (authority, database) = Cut(path, '/');

        // "user:12" and "ss@host/db": a slash or a question mark in the password ended the authority, and what is behind it must not be shown.
        var mayHoldPassword = query?.Contains('@', StringComparison.Ordinal) == true;
        if (database?.Contains('@', StringComparison.Ordinal) == true
            || (mayHoldPassword && !path.Contains('@', StringComparison.Ordinal) && !query!.Contains('=', StringComparison.Ordinal)))
        {
            throw NotEncoded(origin);
        }

        var parameters = new List<ConnectionParameter>();
        ReadAuthority(authority, origin, parameters);
        if (!string.IsNullOrEmpty(database))
        {
            parameters.Add(new("dbname", Decode(database, origin)));
        }

        foreach (var pair in (query ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = Cut(pair, '=');
            if (mayHoldPassword && !LibpqParameters.IsKnown(key))
            {
                throw NotEncoded(origin);
            }

            parameters.Add(new(
                Decode(key, origin),
                Decode(value ?? throw ConnectionTextError.Unreadable(origin, "A parameter behind the question mark has no value."), origin)));
        }

        return parameters;
    }

    private static void ReadAuthority(string authority, ConnectionOrigin origin, List<ConnectionParameter> parameters)
    {
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            var (user, password) = Cut(authority[..at], ':');
            Add(parameters, "user", Decode(user, origin));
            Add(parameters, "password", Decode(password ?? "", origin));
        }

        var hosts = new List<string>();
        var ports = new List<string>();
        foreach (var entry in authority[(at + 1)..].Split(','))
        {
            var end = entry.StartsWith('[') ? entry.IndexOf(']', StringComparison.Ordinal) : 0;
            var colon = end < 0 ? -1 : entry.IndexOf(':', end);
            var host = colon < 0 ? entry : entry[..colon];
            var port = colon < 0 ? "" : entry[(colon + 1)..];
            if (end < 0 || !port.All(char.IsAsciiDigit))
            {
                throw ConnectionTextError.InvalidValue(origin, "port", "a number from 1 to 65535");
            }

            hosts.Add(Decode(host.StartsWith('[') ? host.Trim('[', ']') : host, origin));
            ports.Add(port);
        }

        if (hosts.Any(h => h.Length > 0))
        {
            parameters.Add(new("host", string.Join(',', hosts)));
        }

        if (ports.Any(p => p.Length > 0))
        {
            parameters.Add(new("port", string.Join(',', ports)));
        }
    }

    private static void Add(List<ConnectionParameter> parameters, string key, string value)
    {
        if (value.Length > 0)
        {
            parameters.Add(new(key, value));
        }
    }

    private static string Decode(string text, ConnectionOrigin origin) =>
        PercentEncoding.Decode(text) ?? throw ConnectionTextError.Unreadable(
            origin,
            "A percent sign in it is not followed by the two hex digits of a UTF-8 byte.",
            "Write a percent sign as %25.");

    private static Diagnostics.DiagnosticException NotEncoded(ConnectionOrigin origin) => ConnectionTextError.Unreadable(
        origin,
        "Its user or password holds a character that must be percent-encoded in a URL.",
        "Write / as %2F, ? as %3F, @ as %40, % as %25, or use the form host=... user=... password='...'");

    private static (string Before, string? Behind) Cut(string text, char at) =>
        text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var index ? (text[..index], text[(index + 1)..]) : (text, null);
}
