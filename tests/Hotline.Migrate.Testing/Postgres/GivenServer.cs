using Npgsql;

namespace Hotline.Migrate.Testing;

/// <summary>The server that the environment names.</summary>
internal sealed class GivenServer(string connectionString) : IServerSource
{
    public string ConnectionString { get; } = connectionString;

    public static GivenServer? Find() =>
        Environment.GetEnvironmentVariable("HOTLINE_MIGRATE_TEST_URL") is { Length: > 0 } text
            ? new GivenServer(text.Contains("://", StringComparison.Ordinal) ? FromUrl(new Uri(text)) : text)
            : null;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string FromUrl(Uri url)
    {
        var user = url.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = url.Host,
            Port = url.Port > 0 ? url.Port : 5432,
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            Database = Uri.UnescapeDataString(url.AbsolutePath.Trim('/')) is { Length: > 0 } database ? database : "postgres",
        }.ConnectionString;
    }
}
