using System.Globalization;

namespace Hotline.Migrate.Connecting.Forms;

/// <summary>Hosts and ports: libpq keeps two lists, Npgsql one list of <c>host:port</c>.</summary>
internal static class HostList
{
    /// <summary>Npgsql's host list and the default port, from libpq's two lists. Null when a port is no port or the lists do not fit.</summary>
    public static (string Host, int Port)? Combine(string hosts, string ports)
    {
        var names = hosts.Split(',').Select(h => h.Length == 0 ? "localhost" : h).ToList();
        var numbers = new List<int>();
        foreach (var text in ports.Length == 0 ? [] : ports.Split(','))
        {
            if (text.Length == 0)
            {
                numbers.Add(5432);
            }
            else if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536)
            {
                numbers.Add(number);
            }
            else
            {
                return null;
            }
        }

        if (numbers.Count == 0)
        {
            numbers.Add(5432);
        }

        if (numbers.Count != 1 && numbers.Count != names.Count)
        {
            return null;
        }

        return numbers.Distinct().Count() == 1
            ? (string.Join(',', names), numbers[0])
            : (string.Join(',', names.Zip(numbers, WithPort)), 5432);
    }

    /// <summary>The list as a URL shows it: every host with its port.</summary>
    public static string Display(string hosts, int port) =>
        string.Join(',', hosts.Split(',').Select(h => HasPort(h) ? h : WithPort(h, port)));

    private static string WithPort(string host, int port) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(host.Contains(':', StringComparison.Ordinal) && !host.StartsWith('[') ? $"[{host}]" : host)}:{port}");

    private static bool HasPort(string host) =>
        host.LastIndexOf(':') is > 0 and var colon && (host.IndexOf(':', StringComparison.Ordinal) == colon || host[colon - 1] == ']');
}
