using System.Globalization;
using Hotline.Migrate.Configuration;
using Hotline.Migrate.Rehearsing;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>The options of the commands that run migrations.</summary>
internal sealed class RunSyntax(CommandSyntax syntax, bool offersCopies = false)
{
    private readonly FlagOption plan = syntax.Flag("--plan", "show what would be done, and do nothing");
    private readonly TextOption? rehearse = offersCopies ? syntax.OptionalText("--rehearse[:<SIZE>]", "run it on a copy of the database (whole up to a size, default 10GB), tell times and locks, and drop it") : null;
    private readonly TextOption? backup = offersCopies ? syntax.OptionalText("--backup[:<PATH>]", "write a dump before the first statement (default: into this folder)") : null;
    private readonly TextOption confirm = syntax.Text("--confirm <DATABASE>", "agree to lose data by naming the database");
    private readonly FlagOption single = syntax.Flag("--single-transaction", "run everything in one transaction");
    private readonly TextOption lockTimeout = syntax.Text("--lock-timeout <TIME>", "how long a statement waits for a table lock, such as 5s");
    private readonly TextOption lockWait = syntax.Text("--lock-wait <TIME>", "how long to wait for another run, such as 1min");

    private readonly TextOption assembly = syntax.Text("--assembly <DLL>", "the assembly with C# data migrations (default: what the project builds)");

    /// <summary>The options as they were given.</summary>
    public RunOptions Read(bool createIfMissing = false) => rehearse is { IsSet: true } && backup is { IsSet: true }
        ? throw UsageErrors.Invalid("A rehearsal changes nothing: it needs no --backup.")
        : Options(createIfMissing);

    private RunOptions Options(bool createIfMissing) => new()
    {
        PlanOnly = plan.IsSet,
        Rehearse = rehearse is { IsSet: true },
        RehearsalLimit = ReadLimit(),
        Backup = backup is { IsSet: true },
        BackupPath = backup?.Value,
        Confirm = confirm.Value,
        Database = new DatabaseOptions
        {
            Assembly = assembly.Value,
            CreateIfMissing = createIfMissing && !plan.IsSet,
            SingleTransaction = single.IsSet,
            LockTimeout = ReadTime(lockTimeout),
            LockWait = ReadTime(lockWait),
        },
    };

    private long ReadLimit() =>
        this.rehearse?.Value is not { Length: > 0 } text ? Rehearsal.DefaultLimit
        : Sizes.Parse(text) ?? throw UsageErrors.Invalid($"'{text}' is not a size for --rehearse: write it like 500MB or 20GB.");

    private static TimeSpan? ReadTime(TextOption option) =>
        option.Value is not { } text ? null
        : Durations.Parse(text) is { } time ? time
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
        : throw UsageErrors.Invalid($"'{text}' is not a time for {option.Name}: write it like 500ms, 5s, 2min, or in seconds.");
}
