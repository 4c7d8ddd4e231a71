using Hotline.Migrate.Tool.Commands.Adopting;
using Hotline.Migrate.Tool.Commands.Checking;
using Hotline.Migrate.Tool.Commands.Looking;
using Hotline.Migrate.Tool.Commands.Running;
using Hotline.Migrate.Tool.Commands.SettingUp;
using Hotline.Migrate.Tool.Commands.Writing;

namespace Hotline.Migrate.Tool.Commands;

/// <summary>The commands, in the order of the help.</summary>
internal static class CommandCatalog
{
    /// <summary>All commands.</summary>
    public static IReadOnlyList<Command> All =>
    [
        new CreateCommand(),
        new MergeCommand(),
        new EditCommand(),
        new ScaffoldCommand(),
        new UpgradeCommand(),
        new DowngradeCommand(),
        new InitCommand(),
        new StampCommand(),
        new RepairCommand(),
        new BaselineCommand(),
        new AdoptCommand(),
        new CurrentCommand(),
        new HistoryCommand(),
        new PendingCommand(),
        new HeadsCommand(),
        new ShowCommand(),
        new ScriptCommand(),
        new CheckCommand(),
        new VerifyCommand(),
        new DriftCommand(),
        new SetupCommand(),
        new DevDbCommand(),
        new ConfigCommand(),
        new DoctorCommand(),
    ];
}
