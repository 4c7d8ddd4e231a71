using McMaster.Extensions.CommandLineUtils;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>An option with a value, or with several where it may be repeated.</summary>
internal sealed class TextOption(CommandOption option)
{
    /// <summary>The value, or <c>null</c> when the command line does not have the option.</summary>
    public string? Value => option.HasValue() ? Values[0] : null;

    /// <summary>All values in the order of the command line.</summary>
    public IReadOnlyList<string> Values => [.. option.Values.Select(ArgumentGuard.Restore)];

    /// <summary>The option as it is typed, for messages.</summary>
    public string Name => "--" + option.LongName;
}
