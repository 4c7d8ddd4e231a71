using Hotline.Migrate.Tool.Commands.DevDb;

namespace Hotline.Migrate.Tool.Commands;

/// <summary>The commands, in the order of the help.</summary>
internal static class CommandCatalog
{
    /// <summary>All commands.</summary>
    public static IReadOnlyList<Command> All =>
    [
        new DevDbCommand(),
    ];
}
