namespace Hotline.Migrate.Tool.Shell;

/// <summary>The options that every command takes.</summary>
internal sealed record CommonOptions
{
    /// <summary>The project file, its folder, or a configuration file.</summary>
    public string? Project { get; init; }

    /// <summary>A migrations folder to use without any project.</summary>
    public string? Migrations { get; init; }

    /// <summary>The environment of the configuration.</summary>
    public string? Environment { get; init; }

    /// <summary>The database, before all other places it could come from.</summary>
    public string? Url { get; init; }

    /// <summary>Whether stdout carries one JSON document.</summary>
    public bool Json { get; init; }

    /// <summary>When to colour.</summary>
    public ColorMode Color { get; init; }

    /// <summary>Whether to draw with ASCII characters only.</summary>
    public bool Ascii { get; init; }

    /// <summary>Whether to print the bare answer.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whether to print details.</summary>
    public bool Verbose { get; init; }

    /// <summary>Whether to print the stack of an unexpected failure.</summary>
    public bool Trace { get; init; }
}
