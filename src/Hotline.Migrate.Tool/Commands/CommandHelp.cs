namespace Hotline.Migrate.Tool.Commands;

/// <summary>What the help says about a command.</summary>
internal sealed record CommandHelp(string Name, CommandGroup Group, string Summary)
{
    /// <summary>Other names of the command.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The arguments as the usage line shows them.</summary>
    public string Arguments { get; init; } = "";

    /// <summary>Command lines worth copying, without the tool's name.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>Exit codes beside 0, 2 and 70 that the command is known for.</summary>
    public string ExitCodes { get; init; } = "";
}
