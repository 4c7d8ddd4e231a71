namespace Hotline.Migrate.Connecting.Forms;

/// <summary>Reads connection services: sections of <c>pg_service.conf</c> with libpq's parameters.</summary>
internal static class ServiceFile
{
    /// <summary>The files that are looked at, the user's own first.</summary>
    public static IEnumerable<string> Paths(ConnectionSurroundings surroundings)
    {
        yield return surroundings.Variable("PGSERVICEFILE")
            ?? (OperatingSystem.IsWindows() && surroundings.Variable("APPDATA") is { } data
                ? Path.Combine(data, "postgresql", ".pg_service.conf")
                : Path.Combine(surroundings.HomeDirectory, ".pg_service.conf"));
        yield return Path.Combine(surroundings.Variable("PGSYSCONFDIR") ?? "/etc/postgresql-common", "pg_service.conf");
    }

    /// <summary>The parameters of a service in a file's text; null when the file does not define it.</summary>
    public static IReadOnlyList<ConnectionParameter>? Section(string text, string service)
    {
        List<ConnectionParameter>? parameters = null;
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line is ['[', .. var name, ']'])
            {
                if (parameters is not null)
                {
                    break;
                }

                parameters = name == service ? [] : null;
            }
            else if (parameters is not null && line.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            {
                // libpq takes the value as it stands, without quotes.
                parameters.Add(new(line[..equals].Trim(), line[(equals + 1)..].Trim()));
            }
        }

        return parameters;
    }
}
