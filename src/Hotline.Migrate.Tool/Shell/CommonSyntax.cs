namespace Hotline.Migrate.Tool.Shell;

/// <summary>Declares and reads the options that every command takes.</summary>
internal sealed class CommonSyntax(CommandSyntax syntax)
{
    private readonly FlagOption help = syntax.Flag("-h|--help", "show the help of a command");
    private readonly TextOption project = syntax.Text("-p|--project <PATH>", "the project, its folder, or its hotline-migrate.json");
    private readonly TextOption migrations = syntax.Text("--migrations <FOLDER>", "a migrations folder, without any project");
    private readonly TextOption environment = syntax.Text("-e|--env <NAME>", "an environment of the configuration");
    private readonly TextOption url = syntax.Text("--url <URL>", "the database: URL or connection string");
    private readonly FlagOption json = syntax.Flag("--json", "print one JSON document");
    private readonly TextOption color = syntax.Text("--color <WHEN>", "auto, always or never");
    private readonly FlagOption ascii = syntax.Flag("--ascii", "draw with ASCII characters only");
    private readonly FlagOption quiet = syntax.Flag("-q|--quiet", "print the bare answer");
    private readonly FlagOption verbose = syntax.Flag("-v|--verbose", "print more");
    private readonly FlagOption trace = syntax.Flag("--trace", "print stack traces of unexpected failures");

    /// <summary>Whether help is asked for.</summary>
    public bool HelpAsked => help.IsSet;

    /// <summary>The options as they were given.</summary>
    public CommonOptions Read() => new()
    {
        Project = NotEmpty(project),
        Migrations = NotEmpty(migrations),
        Environment = NotEmpty(environment),
        Url = NotEmpty(url),
        Json = json.IsSet,
        Color = ReadColor(),
        Ascii = ascii.IsSet,
        Quiet = quiet.IsSet,
        Verbose = verbose.IsSet,
        Trace = trace.IsSet,
    };

    private static string? NotEmpty(TextOption option) =>
        option.Value is { } value && string.IsNullOrWhiteSpace(value) ? throw UsageErrors.MissingValue(option.Name, null) : option.Value;

    private ColorMode ReadColor() => color.Value?.ToLowerInvariant() switch
    {
        null or "auto" => ColorMode.Auto,
        "always" => ColorMode.Always,
        "never" => ColorMode.Never,
        var other => throw UsageErrors.NotAValue(color.Name, other, ["auto", "always", "never"]),
    };
}
