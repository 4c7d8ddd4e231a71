using McMaster.Extensions.CommandLineUtils;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>An option with a value, or with several where it may be repeated.</summary>
internal sealed class TextOption(CommandOption option)
{
    /// <summary>Whether the command line has it, with a value or without.</summary>
    public bool IsSet => option.HasValue();

    /// <summary>The value, or <c>null</c> when the command line does not have the option.</summary>
    public string? Value => option.HasValue() && option.Values[0] is { } value ? ArgumentGuard.Restore(value) : null;

    /// <summary>All values in the order of the command line.</summary>
    public IReadOnlyList<string> Values => [.. option.Values.OfType<string>().Select(ArgumentGuard.Restore)];

    /// <summary>The option as it is typed, for messages.</summary>
    public string Name => "--" + option.LongName;
}
