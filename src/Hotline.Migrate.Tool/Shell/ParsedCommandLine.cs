using Hotline.Migrate.Tool.Commands;
using Hotline.Migrate.Tool.Printing;
using McMaster.Extensions.CommandLineUtils;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>A command line that makes sense.</summary>
internal sealed record ParsedCommandLine
{
    /// <summary>The command, or <c>null</c> when none was given.</summary>
    public Command? Command { get; init; }

    /// <summary>What declares the command, for its help.</summary>
    public required CommandLineApplication Application { get; init; }

    /// <summary>Whether help is asked for; nothing else counts then.</summary>
    public bool HelpAsked { get; init; }

    /// <summary>Whether the version is asked for.</summary>
    public bool VersionAsked { get; init; }

    /// <summary>The options that every command takes.</summary>
    public CommonOptions Common { get; init; } = new();

    /// <summary>Runs the command; <c>null</c> when none was given.</summary>
    public Func<ToolServices, CancellationToken, Task<Answer>>? Run { get; init; }
}
