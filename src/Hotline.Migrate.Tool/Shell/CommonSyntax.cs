namespace Hotline.Migrate.Tool.Shell;

/// <summary>Declares and reads the options that every command takes.</summary>
internal sealed class CommonSyntax(CommandSyntax syntax)
{
    private readonly FlagOption _help = syntax.Flag("-h|--help", "show the help of a command");
    private readonly TextOption _project = syntax.Text("-p|--project <PATH>", "the project, its folder, or its hotline-migrate.json");
    private readonly TextOption _migrations = syntax.Text("--migrations <FOLDER>", "a migrations folder, without any project");
    private readonly TextOption _environment = syntax.Text("-e|--env <NAME>", "an environment of the configuration");
    private readonly TextOption _url = syntax.Text("--url <URL>", "the database: URL or connection string");
    private readonly FlagOption _json = syntax.Flag("--json", "print one JSON document");
    private readonly TextOption _color = syntax.Text("--color <WHEN>", "auto, always or never");
    private readonly FlagOption _ascii = syntax.Flag("--ascii", "draw with ASCII characters only");
    private readonly FlagOption _quiet = syntax.Flag("-q|--quiet", "print the bare answer");
    private readonly FlagOption _verbose = syntax.Flag("-v|--verbose", "print more");
    private readonly FlagOption _trace = syntax.Flag("--trace", "print stack traces of unexpected failures");

    /// <summary>Whether _help is asked for.</summary>
    public bool HelpAsked => _help.IsSet;

    /// <summary>The options as they were given.</summary>
    public CommonOptions Read() => new()
    {
        Project = NotEmpty(_project),
        Migrations = NotEmpty(_migrations),
        Environment = NotEmpty(_environment),
        Url = NotEmpty(_url),
        Json = _json.IsSet,
        Color = ReadColor(),
        Ascii = _ascii.IsSet,
        Quiet = _quiet.IsSet,
        Verbose = _verbose.IsSet,
        Trace = _trace.IsSet,
    };

    private static string? NotEmpty(TextOption option) =>
        option.Value is { } value && string.IsNullOrWhiteSpace(value) ? throw UsageErrors.MissingValue(option.Name, null) : option.Value;

    private ColorMode ReadColor() => _color.Value?.ToLowerInvariant() switch
    {
        null or "auto" => ColorMode.Auto,
        "always" => ColorMode.Always,
        "never" => ColorMode.Never,
        var other => throw UsageErrors.NotAValue(_color.Name, other, ["auto", "always", "never"]),
    };
}
