using McMaster.Extensions.CommandLineUtils;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>A positional argument, or a list of them at the end.</summary>
internal sealed class TextArgument(CommandArgument argument)
{
    /// <summary>The value, or <c>null</c> when it is left out.</summary>
    public string? Value => argument.Values is [var first, ..] ? ArgumentGuard.Restore(first) : null;

    /// <summary>All values in the order of the command line.</summary>
    public IReadOnlyList<string> Values => [.. argument.Values.Select(ArgumentGuard.Restore)];

    /// <summary>The value; a usage error when it is left out or empty.</summary>
    public string Required(string example) =>
        string.IsNullOrWhiteSpace(Value) ? throw UsageErrors.MissingArgument(argument.Name, example) : Value;
}
