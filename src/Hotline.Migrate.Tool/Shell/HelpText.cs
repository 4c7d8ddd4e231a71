using System.Text;
using Hotline.Migrate.Tool.Commands;
using McMaster.Extensions.CommandLineUtils;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>Writes the help: what a person needs on one screen, examples last.</summary>
internal static class HelpText
{
    private const string ExitCodes =
        "0 done  1 migration failed  2 usage, configuration, connection  3 findings  4 confirmation\n" +
        "            5 lock  7 ambiguous graph  70 bug  130/143 interrupted";

    /// <summary>The help of the tool: its commands in groups.</summary>
    public static string OfTool(IReadOnlyList<Command> catalog)
    {
        var text = new StringBuilder();
        text.Append("Schema migrations for .NET and PostgreSQL.\n\nUsage: dotnet hotline-migrate <command> [options]\n\n");
        foreach (var group in catalog.GroupBy(c => c.Help.Group).OrderBy(g => g.Key))
        {
            text.Append($"  {Title(group.Key),-8}{string.Join("  ", group.Select(c => c.Help.Name))}\n");
        }

        return text.Append($"""

            Common:     --project --migrations --env --url --json --color --ascii -q -v --trace --version
            Exit codes: {ExitCodes}

            Examples:
              dotnet hotline-migrate create "add avatar to users"
              dotnet hotline-migrate upgrade
              dotnet hotline-migrate history
              dotnet hotline-migrate downgrade -1

            More about a command: dotnet hotline-migrate <command> --help

            """.ReplaceLineEndings("\n")).ToString();
    }

    /// <summary>The help of one command.</summary>
    public static string OfCommand(CommandHelp help, CommandLineApplication application, IReadOnlyList<CommandOption> common)
    {
        var text = new StringBuilder();
        var arguments = help.Arguments.Length == 0 ? "" : " " + help.Arguments;
        text.Append($"{help.Summary}\n\nUsage: dotnet hotline-migrate {help.Name}{arguments} [options]\n");
        if (help.Aliases.Count > 0)
        {
            text.Append($"Alias: {string.Join(", ", help.Aliases)}\n");
        }

        Section(text, "Arguments", application.Arguments.Select(a => ($"<{a.Name}>", a.Description)));
        Section(text, "Options", application.Options.Select(o => (Template(o), o.Description)));
        text.Append($"\nCommon: {string.Join(' ', common.Where(o => o.LongName is not ("help" or "version")).Select(o => "--" + o.LongName))}\n");
        if (help.ExitCodes.Length > 0)
        {
            text.Append($"Exit codes: {help.ExitCodes}\n");
        }

        text.Append(help.Examples.Count > 0 ? "\nExamples:\n" : "");
        foreach (var example in help.Examples)
        {
            text.Append($"  dotnet hotline-migrate {example}\n");
        }

        return text.ToString();
    }

    private static string Template(CommandOption option) =>
        (option.ShortName is { } name ? $"-{name}, " : "")
        + $"--{option.LongName}"
        + (option.ValueName is not { } value ? "" : option.OptionType == CommandOptionType.SingleOrNoValue ? $"[=<{value}>]" : $" <{value}>");

    private static void Section(StringBuilder text, string title, IEnumerable<(string Name, string Description)> rows)
    {
        var all = rows.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        var width = all.Max(r => r.Name.Length);
        text.Append($"\n{title}:\n");
        foreach (var (name, description) in all)
        {
            text.Append($"  {name.PadRight(width)}  {description}\n");
        }
    }

    private static string Title(CommandGroup group) => group == CommandGroup.SetUp ? "Set up" : group.ToString();
}
