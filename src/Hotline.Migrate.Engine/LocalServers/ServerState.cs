using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Migrate.LocalServers;

/// <summary>What is remembered about a local cluster, in the folder that was given for it.</summary>
/// <remarks>It is written when the cluster is complete: a folder without it holds at most half of one.</remarks>
internal sealed record ServerState
{
    public const string FileName = "server.json";

    /// <summary>Where the cluster is: elsewhere, when the server's user cannot reach the given folder.</summary>
    public required string ClusterDirectory { get; init; }

    /// <summary>The binaries that made it.</summary>
    public required string BinDirectory { get; init; }

    /// <summary>Their version.</summary>
    public required Version Version { get; init; }

    /// <summary>The superuser's password.</summary>
    public required string Password { get; init; }

    /// <summary>The port of the last start, to be taken again if it is free.</summary>
    public required int Port { get; init; }

    [JsonIgnore]
    public PostgresBinaries Binaries => new(BinDirectory, Version);

    /// <summary>The state in a folder. Null where there is none, or none that can be read: the cluster is then made anew.</summary>
    public static async Task<ServerState?> ReadAsync(string directory, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            return JsonSerializer.Deserialize(bytes, ServerStateJson.Default.ServerState);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the state in one step, readable for its owner alone: it holds the password.</summary>
    public async Task WriteAsync(string directory, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, FileName);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var stream = new FileStream(path + ".new", options);
        await using (stream.ConfigureAwait(false))
        {
            await JsonSerializer.SerializeAsync(stream, this, ServerStateJson.Default.ServerState, cancellationToken).ConfigureAwait(false);
        }

        File.Move(path + ".new", path, overwrite: true);
    }
}
