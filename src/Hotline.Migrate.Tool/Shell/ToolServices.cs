namespace Hotline.Migrate.Tool.Shell;

/// <summary>What commands work with.</summary>
internal sealed class ToolServices
{
    /// <summary>The options that every command takes.</summary>
    public required CommonOptions Common { get; init; }

    /// <summary>Hears what takes long.</summary>
    public required IProgress<string> Progress { get; init; }

    /// <summary>The folder that is worked in.</summary>
    public string HomeDirectory { get; } = Directory.GetCurrentDirectory();
}
