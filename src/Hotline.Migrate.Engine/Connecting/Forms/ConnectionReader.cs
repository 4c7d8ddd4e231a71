using Hotline.Migrate.Diagnostics;
using Npgsql;

namespace Hotline.Migrate.Connecting.Forms;

/// <summary>Tells the forms of a connection text apart and turns each into settings.</summary>
internal static class ConnectionReader
{
    private const string GssEncryption = "GSS Encryption Mode";

    /// <summary>Reads a text of any form.</summary>
    /// <exception cref="DiagnosticException">The text cannot be understood.</exception>
    public static ConnectionSettings Read(string text, ConnectionOrigin origin, ConnectionSurroundings surroundings)
    {
        text = text.Trim();
        if (text.Length == 0)
        {
            throw ConnectionTextError.Unreadable(origin, "It is empty.");
        }

        var warnings = new List<Diagnostic>();
        switch (FormOf(text))
        {
            case ConnectionForm.Url:
                var parameters = ConnectionUrl.Read(text, origin, out var driver);
                if (driver is not null)
                {
                    warnings.Add(ConnectionTextError.Ignored(origin, $"+{driver}", "The driver of an SQLAlchemy URL says nothing here."));
                }

                return FromParameters(parameters, origin, surroundings, warnings);

            case ConnectionForm.Keywords:
                return FromParameters(KeywordString.TryRead(text)!, origin, surroundings, warnings);

            case var _ when KeywordString.IsBroken(text):
                throw ConnectionTextError.Unreadable(
                    origin,
                    "A value in it is not quoted as it must be.",
                    "Put a value with a blank or a quote in single quotes: key='...', with \\' for a quote in it.");

            default:
                return FromNpgsql(text, origin, surroundings, warnings);
        }
    }

    /// <summary>Settings from the PG* variables alone.</summary>
    public static ConnectionSettings FromVariables(ConnectionOrigin origin, ConnectionSurroundings surroundings) =>
        FromParameters([], origin, surroundings, []);

    /// <summary>Tells the forms apart.</summary>
    internal static ConnectionForm FormOf(string text)
    {
        if (ConnectionUrl.IsUrl(text))
        {
            return ConnectionForm.Url;
        }

        if (KeywordString.TryRead(text) is not { } pairs)
        {
            return ConnectionForm.Npgsql;
        }

        // "Host=h; Database=d" reads as keywords, too: there, semicolons end the values. In a keyword string a password may hold one.
        var semicolon = pairs.Any(p => p.Key != "password" && p.Value.Contains(';', StringComparison.Ordinal));
        return pairs.Any(p => p.Key.Contains(';', StringComparison.Ordinal))
            || semicolon
            || (pairs[^1].Key.Equals("password", StringComparison.OrdinalIgnoreCase) && pairs.Count == 1 && text.Contains(';', StringComparison.Ordinal))
            || (pairs.Count == 1 && !LibpqParameters.IsKnown(pairs[0].Key))
            ? ConnectionForm.Npgsql
            : ConnectionForm.Keywords;
    }

    // As for psql: what the text leaves open comes from the service, then from the variables.
    private static ConnectionSettings FromParameters(
        IReadOnlyList<ConnectionParameter> given, ConnectionOrigin origin, ConnectionSurroundings surroundings, List<Diagnostic> warnings)
    {
        var service = given.LastOrDefault(p => p.Key == "service")?.Value ?? surroundings.Variable("PGSERVICE");
        var missing = (service is null ? [] : Service(service, origin, surroundings)).Concat(VariableParameters(surroundings));
        var builder = new NpgsqlConnectionStringBuilder();
        Apply(builder, [.. given, .. missing.DistinctBy(p => p.Key).ExceptBy(given.Select(p => p.Key), p => p.Key)], origin, warnings);
        return Finish(builder, origin, surroundings, warnings);
    }

    // As for Npgsql, which reads the variables of the user and the password; the others only where no server is named at all.
    private static ConnectionSettings FromNpgsql(
        string text, ConnectionOrigin origin, ConnectionSurroundings surroundings, List<Diagnostic> warnings)
    {
        var builder = NpgsqlString.Read(text, origin);
        var missing = VariableParameters(surroundings).Where(p => p.Key switch
        {
            "user" => builder.Username is null,
            "password" => builder.Password is null,
            "dbname" => builder.Host is null && builder.Database is null,
            "host" or "hostaddr" or "port" => builder.Host is null,
            "gssencmode" => !builder.ShouldSerialize(GssEncryption),
            _ => false,
        });
        Apply(builder, missing.ToList(), origin, warnings);
        return Finish(builder, origin, surroundings, warnings);
    }

    private static ConnectionSettings Finish(
        NpgsqlConnectionStringBuilder builder, ConnectionOrigin origin, ConnectionSurroundings surroundings, List<Diagnostic> warnings)
    {
        builder.Host ??= "localhost";
        builder.Username ??= surroundings.UserName;
        builder.Database ??= builder.Username;
        if (!builder.ShouldSerialize(GssEncryption))
        {
            // Npgsql would try it first: without Kerberos' library, as in most containers, that writes to the console and can hang.
            builder.GssEncryptionMode = GssEncryptionMode.Disable;
        }

        return new ConnectionSettings(builder, origin, warnings);
    }

    private static void Apply(
        NpgsqlConnectionStringBuilder builder, IReadOnlyList<ConnectionParameter> parameters, ConnectionOrigin origin, List<Diagnostic> warnings)
    {
        var (hosts, address, ports) = ("", "", "");
        foreach (var (key, value) in parameters)
        {
            switch (key)
            {
                case "host":
                    hosts = value;
                    break;
                case "hostaddr":
                    address = value;
                    break;
                case "port":
                    ports = value;
                    break;
                case "service":
                    break;
                case var _ when LibpqParameters.WhyIgnored(key) is { } why:
                    warnings.Add(ConnectionTextError.Ignored(origin, key, why));
                    break;
                default:
                    var known = LibpqParameters.Find(key) ?? throw ConnectionTextError.UnknownKey(origin, key, LibpqParameters.Nearest(key));
                    if (!known.TryApply(builder, value))
                    {
                        throw ConnectionTextError.InvalidValue(origin, key, known.Expected);
                    }

                    break;
            }
        }

        hosts = hosts.Length == 0 ? address : hosts;
        if (hosts.Length > 0 || ports.Length > 0)
        {
            var (host, port) = HostList.Combine(hosts, ports)
                ?? throw ConnectionTextError.InvalidValue(origin, "port", "a number from 1 to 65535, or one for each host");
            builder.Host = hosts.Length == 0 ? builder.Host : host;
            builder.Port = port;
        }
    }

    private static IReadOnlyList<ConnectionParameter> Service(string service, ConnectionOrigin origin, ConnectionSurroundings surroundings)
    {
        var paths = ServiceFile.Paths(surroundings).ToList();
        foreach (var path in paths.Where(File.Exists))
        {
            if (ServiceFile.Section(File.ReadAllText(path), service) is { } parameters)
            {
                return parameters;
            }
        }

        throw new DiagnosticException(
            FailureKind.Usage,
            new Diagnostic
            {
                Code = DiagnosticCodes.ConnectionServiceMissing,
                Summary = $"The connection service {service} is defined nowhere.",
                Why = $"Looked at {string.Join(" and ", paths)}.",
                NextActions = [$"Add a section [{service}] to one of these files, or name the file by PGSERVICEFILE."],
            });
    }

    private static IEnumerable<ConnectionParameter> VariableParameters(ConnectionSurroundings surroundings)
    {
        (string Variable, string Key)[] variables =
        [
            ("PGHOST", "host"), ("PGHOSTADDR", "hostaddr"), ("PGPORT", "port"), ("PGDATABASE", "dbname"), ("PGUSER", "user"),
            ("PGPASSWORD", "password"), ("PGSSLMODE", "sslmode"), ("PGCONNECT_TIMEOUT", "connect_timeout"),
            ("PGGSSENCMODE", "gssencmode"),
        ];
        return from v in variables
               let value = surroundings.Variable(v.Variable)
               where value is not null
               select new ConnectionParameter(v.Key, value);
    }
}
