using McMaster.Extensions.CommandLineUtils;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>An option without a value.</summary>
internal sealed class FlagOption(CommandOption option)
{
    /// <summary>Whether the command line has it.</summary>
    public bool IsSet => option.HasValue();
}
