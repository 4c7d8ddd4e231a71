using System.Globalization;
using Hotline.Migrate.Configuration;
using Hotline.Migrate.Rehearsing;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>The options of the commands that run migrations.</summary>
internal sealed class RunSyntax(CommandSyntax syntax, bool offersCopies = false)
{
    private readonly FlagOption _plan = syntax.Flag("--plan", "show what would be done, and do nothing");
    private readonly TextOption? _rehearse = offersCopies ? syntax.OptionalText("--rehearse[:<SIZE>]", "run it on a copy of the database (whole up to a size, default 10GB), tell times and locks, and drop it") : null;
    private readonly TextOption? _backup = offersCopies ? syntax.OptionalText("--backup[:<PATH>]", "write a dump before the first statement (default: into this folder)") : null;
    private readonly TextOption _confirm = syntax.Text("--confirm <DATABASE>", "agree to lose data by naming the database");
    private readonly FlagOption _single = syntax.Flag("--single-transaction", "run everything in one transaction");
    private readonly TextOption _lockTimeout = syntax.Text("--lock-timeout <TIME>", "how long a statement waits for a table lock, such as 5s");
    private readonly TextOption _lockWait = syntax.Text("--lock-wait <TIME>", "how long to wait for another run, such as 1min");

    private readonly TextOption _assembly = syntax.Text("--assembly <DLL>", "the assembly with C# data migrations (default: what the project builds)");

    /// <summary>The options as they were given.</summary>
    public RunOptions Read(bool createIfMissing = false) => _rehearse is { IsSet: true } && _backup is { IsSet: true }
        ? throw UsageErrors.Invalid("A rehearsal changes nothing: it needs no --backup.")
        : Options(createIfMissing);

    private RunOptions Options(bool createIfMissing) => new()
    {
        PlanOnly = _plan.IsSet,
        Rehearse = _rehearse is { IsSet: true },
        RehearsalLimit = ReadLimit(),
        Backup = _backup is { IsSet: true },
        BackupPath = _backup?.Value,
        Confirm = _confirm.Value,
        Database = new DatabaseOptions
        {
            Assembly = _assembly.Value,
            CreateIfMissing = createIfMissing && !_plan.IsSet,
            SingleTransaction = _single.IsSet,
            LockTimeout = ReadTime(_lockTimeout),
            LockWait = ReadTime(_lockWait),
        },
    };

    private long ReadLimit() =>
        _rehearse?.Value is not { Length: > 0 } text ? Rehearsal.DefaultLimit
        : Sizes.Parse(text) ?? throw UsageErrors.Invalid($"'{text}' is not a size for --rehearse: write it like 500MB or 20GB.");

    private static TimeSpan? ReadTime(TextOption option) =>
        option.Value is not { } text ? null
        : Durations.Parse(text) is { } time ? time
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
        : throw UsageErrors.Invalid($"'{text}' is not a time for {option.Name}: write it like 500ms, 5s, 2min, or in seconds.");
}
