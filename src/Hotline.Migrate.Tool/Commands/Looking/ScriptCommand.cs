using Hotline.Migrate.History;
using Hotline.Migrate.Revisions;
using Hotline.Migrate.Scripting;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>Writes migrations as one SQL script. Needs no database.</summary>
internal sealed class ScriptCommand : Command<ScriptOptions, ScriptOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("script", CommandGroup.Look, "Writes a range of migrations as one SQL script for psql, without a database.")
    {
        Arguments = "[range]",
        Examples = ["script base:head > all.sql", "script 6c6f:head --idempotent", "script head:6c6f"],
    };

    // It is the user's own SQL, and must run as it is.
    /// <inheritdoc />
    protected override bool ShowsSecrets(ScriptOutcome outcome) => true;

    /// <inheritdoc />
    protected override Printer<ScriptOutcome> Printer { get; } = new ScriptPrinter();

    /// <inheritdoc />
    protected override Func<ScriptOptions> Declare(CommandSyntax syntax)
    {
        var range = syntax.Argument("range", "from:to; backwards it undoes (default: base:head)");
        var idempotent = syntax.Flag("--idempotent", "leave out what the database has already");
        return () => new ScriptOptions(range.Value ?? "base:head", idempotent.IsSet);
    }

    /// <inheritdoc />
    protected override Task<ScriptOutcome> ExecuteAsync(ScriptOptions options, ToolServices services, CancellationToken cancellationToken) =>
        Task.FromResult(Write(options, services, cancellationToken));

    /// <summary>Writes the script of a range.</summary>
    internal static ScriptOutcome Write(ScriptOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var set = services.Project.Load(cancellationToken);
        var range = options.Range.Contains(':', StringComparison.Ordinal) ? options.Range : "base:" + options.Range;
        var plan = set.Graph.PlanScript(range);
        services.Warn(plan.Notices);
        var history = services.Project.Configuration.History;
        var sql = MigrationScript.Write(
            [.. plan.Steps.Select(node => new ScriptChange(set.Find(node.Id)!, plan.Direction == PlanDirection.Upgrade))],
            new HistoryTableName(history.Schema, history.Table),
            options.IsIdempotent);
        return new ScriptOutcome(range, [.. plan.Steps.Select(node => node.Id)], options.IsIdempotent, sql);
    }
}
