using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Tool.Commands;
using Hotline.Migrate.Tool.Printing;
using McMaster.Extensions.CommandLineUtils;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>Reads a command line. The parser only parses: help, errors and running are ours.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly CommandLineApplication root;
    private readonly CommonSyntax common;
    private readonly FlagOption version;
    private readonly Dictionary<CommandLineApplication, (Command Command, Func<ToolServices, CancellationToken, Task<Answer>> Run)> commands = [];

    public CommandLine(IReadOnlyList<Command> catalog)
    {
        root = new CommandLineApplication(new SilentConsole(), Directory.GetCurrentDirectory(), throwOnUnexpectedArg: false);
        version = new CommandSyntax(root).Flag("--version", "print the version");
        common = new CommonSyntax(new CommandSyntax(root) { Inherited = true });
        foreach (var command in catalog)
        {
            root.Command(command.Help.Name, application => Add(command, application), throwOnUnexpectedArg: false);
        }
    }

    /// <summary>All options that every command takes, for the help.</summary>
    public IReadOnlyList<CommandOption> CommonOptions => root.Options;

    /// <summary>Reads the arguments; a usage error when they make no sense.</summary>
    public ParsedCommandLine Parse(string[] arguments)
    {
        var selected = Select(arguments);
        commands.TryGetValue(selected, out var found);
        if (common.HelpAsked)
        {
            return new ParsedCommandLine { HelpAsked = true, Command = found.Command, Application = selected };
        }

        if (selected.RemainingArguments.FirstOrDefault() is { } unexpected)
        {
            throw Unexpected(selected, ArgumentGuard.Restore(unexpected), ArgumentGuard.IsProtected(unexpected));
        }

        CheckValues(selected);
        return new ParsedCommandLine
        {
            VersionAsked = version.IsSet,
            Command = found.Command,
            Application = selected,
            Common = common.Read(),
            Run = found.Run,
        };
    }

    /// <inheritdoc />
    public void Dispose() => root.Dispose();

    private static string? Name(CommandLineApplication application) => application.Parent is null ? null : application.Name;

    private void Add(Command command, CommandLineApplication application)
    {
        application.Description = command.Help.Summary;
        foreach (var alias in command.Help.Aliases)
        {
            application.AddName(alias);
        }

        commands[application] = (command, command.Define(new CommandSyntax(application)));
    }

    private CommandLineApplication Select(string[] arguments)
    {
        // "help upgrade" is what people type who come from git.
        var normal = arguments is ["help", .. var rest] ? [.. rest, "--help"] : arguments;
        try
        {
            return root.Parse(ArgumentGuard.Protect(normal)).SelectedCommand;
        }
        catch (CommandParsingException e)
        {
            throw Explain(e);
        }
    }

    // The parser's messages name an option last, in quotes and without its dashes: "Missing value for option 'url'".
    private static DiagnosticException Explain(CommandParsingException e)
    {
        var command = Name(e.Command);
        var quoted = e.Message.Split('\'');
        var name = quoted.Length > 1 ? quoted[^2].TrimStart('-') : "";
        return e.Command.GetOptions().FirstOrDefault(o => o.LongName == name || o.ShortName == name) switch
        {
            null => UsageErrors.Invalid(ArgumentGuard.RestoreAll(e.Message), UsageErrors.Help(command)),
            { OptionType: CommandOptionType.NoValue } flag => UsageErrors.Invalid($"The option '--{flag.LongName}' takes no value.", UsageErrors.Help(command)),
            { } option when option.HasValue() => UsageErrors.Invalid($"The option '--{option.LongName}' is given twice.", UsageErrors.Help(command)),
            { } option => UsageErrors.MissingValue("--" + option.LongName, command),
        };
    }

    private DiagnosticException Unexpected(CommandLineApplication selected, string typed, bool isValue)
    {
        if (typed.StartsWith('-') && !isValue)
        {
            var option = typed.Split('=', ':')[0];
            return UsageErrors.UnknownOption(option, NearestName.Of(option, OptionNames(selected).Where(n => n.Length > 2)), Name(selected));
        }

        if (selected.Parent is not null)
        {
            return UsageErrors.UnexpectedArgument(typed, selected.Name);
        }

        var names = commands.Values.SelectMany(c => c.Command.Help.Aliases.Append(c.Command.Help.Name));
        return UsageErrors.UnknownCommand(typed, OtherTools.CommandFor(typed) ?? NearestName.Of(typed, names));
    }

    // The parser takes "--env --json" for an environment of that name.
    private static void CheckValues(CommandLineApplication selected)
    {
        var names = OptionNames(selected).ToHashSet(StringComparer.Ordinal);
        foreach (var option in selected.GetOptions())
        {
            if (option.OptionType != CommandOptionType.NoValue && option.Values.Any(names.Contains))
            {
                throw UsageErrors.MissingValue("--" + option.LongName, Name(selected));
            }
        }
    }

    private static IEnumerable<string> OptionNames(CommandLineApplication application) =>
        application.GetOptions().Select(o => "--" + o.LongName)
            .Concat(application.GetOptions().Where(o => o.ShortName is not null).Select(o => "-" + o.ShortName));
}
