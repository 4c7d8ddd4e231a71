using McMaster.Extensions.CommandLineUtils;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>What a command declares of its command line.</summary>
internal sealed class CommandSyntax(CommandLineApplication application)
{
    /// <summary>Whether options that are declared now belong to all commands.</summary>
    public bool Inherited { get; init; }

    /// <summary>An option without a value.</summary>
    public FlagOption Flag(string template, string description) =>
        new(Option(template, description, CommandOptionType.NoValue));

    /// <summary>An option with one value.</summary>
    public TextOption Text(string template, string description) =>
        new(Option(template, description, CommandOptionType.SingleValue));

    /// <summary>An option whose value may be left out.</summary>
    public TextOption OptionalText(string template, string description) =>
        new(Option(template, description, CommandOptionType.SingleOrNoValue));

    /// <summary>An option that may be repeated.</summary>
    public TextOption Texts(string template, string description) =>
        new(Option(template, description, CommandOptionType.MultipleValue));

    /// <summary>The next positional argument.</summary>
    public TextArgument Argument(string name, string description) => new(application.Argument(name, description));

    /// <summary>All positional arguments that are left.</summary>
    public TextArgument Arguments(string name, string description) =>
        new(application.Argument(name, description, multipleValues: true));

    private CommandOption Option(string template, string description, CommandOptionType type) =>
        application.Option(template, description, type, Inherited);
}
