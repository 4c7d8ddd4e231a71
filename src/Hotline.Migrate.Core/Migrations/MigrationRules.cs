using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Migrations;

/// <summary>Finds the commands of a migration that cannot run where they stand.</summary>
public static class MigrationRules
{
    private const int ShownLength = 60;

    /// <summary>What is wrong, in the order of the file: HM0214 to HM0217, HM0223 to HM0225, HM0420. Empty where everything can run.</summary>
    /// <remarks>Asked when a migration is made, checked and before it runs, so that production is not the first to tell.</remarks>
    public static IReadOnlyList<Diagnostic> Check(Migration migration) => [.. Check(migration.Upgrade), .. Check(migration.Downgrade)];

    /// <inheritdoc cref="Check(Migration)"/>
    public static IReadOnlyList<Diagnostic> Check(MigrationSection section) =>
    [
        .. from step in section.Steps
           from problem in step.Commands.Select(command => Check(step, command)).OfType<Diagnostic>()
               .Concat(LabelRules.Check(step))
               .OrderBy(problem => problem.Where?.Line)
           select problem,
    ];

    private static Diagnostic? Check(MigrationStep step, MigrationCommand command) => command switch
    {
        SqlCommand { Sql: var sql } => Check(step, command, sql),
        CopyCommand { Sql: var sql } => Check(step, command, sql),
        BatchCommand batch => Check(step, batch),
        _ => null,
    };

    private static Diagnostic? Check(MigrationStep step, MigrationCommand command, string sql) => (TransactionRules.Of(sql), step.NoTransaction) switch
    {
        (TransactionBehavior.Control, _) => Control(step, command, sql),
        (TransactionBehavior.OutsideOnly, false) => new Diagnostic
        {
            Code = DiagnosticCodes.NeedsNoTransaction,
            Summary = $"This statement cannot run in a transaction: {Shown(sql)}",
            Why = "PostgreSQL refuses it there, and a step of a migration is one transaction.",
            Where = command.Where,
            NextActions =
            [
                "Put '-- hm:step NAME' and '-- hm:no-transaction' before it, and '-- hm:step OTHER' before the statements behind it.",
            ],
        },
        (TransactionBehavior.InsideOnly, true) => new Diagnostic
        {
            Code = DiagnosticCodes.NeedsTransaction,
            Summary = $"This statement can only run in a transaction: {Shown(sql)}",
            Why = "Its step has '-- hm:no-transaction'.",
            Where = command.Where,
            NextActions = ["Put it into a step of its own, without '-- hm:no-transaction'."],
        },
        (TransactionBehavior.NoEffectOutside, true) => new Diagnostic
        {
            Code = DiagnosticCodes.NeedsTransaction,
            Severity = DiagnosticSeverity.Warning,
            Summary = $"This statement does nothing outside of a transaction: {Shown(sql)}",
            Why = "Its step has '-- hm:no-transaction'.",
            Where = command.Where,
            NextActions = ["Use SET without LOCAL, or move it into a step without '-- hm:no-transaction'."],
        },
        (TransactionBehavior.OutsideOnly, true) when StatementForm.Of(sql) is { Kind: StatementKind.CreateIndex, Name: null } => Nameless(command, sql),
        _ => SessionStatementRules.Check(command, sql),
    };

    private static Diagnostic Nameless(MigrationCommand command, string sql) => new()
    {
        Code = DiagnosticCodes.NamelessIndex,
        Severity = DiagnosticSeverity.Warning,
        Summary = $"An index that is built concurrently should have a name: {Shown(sql)}",
        Why = "A build that fails or is interrupted leaves an invalid index. By its name it is found, dropped and built again; without, the next run stops and asks.",
        Where = command.Where,
        NextActions = ["Write the name behind CONCURRENTLY."],
    };

    private static Diagnostic Control(MigrationStep step, MigrationCommand command, string sql) => new()
    {
        Code = DiagnosticCodes.TransactionControl,
        Summary = $"A migration cannot control transactions itself: {Shown(sql)}",
        Why = step.NoTransaction
            ? "Each statement of this step commits by itself, so that an interrupted run can go on behind the last one."
            : "Its statements and its row in the history are committed together, so a COMMIT or ROLLBACK in between would leave half of it.",
        Where = command.Where,
        NextActions = step.NoTransaction
            ? ["Delete it; put statements that belong into one transaction into a step without '-- hm:no-transaction'."]
            :
            [
                "Delete it: every step is a transaction already. Put '-- hm:step NAME' where it should be committed.",
                "Put '-- hm:no-transaction' behind '-- hm:step NAME' for statements that cannot run in a transaction.",
            ],
    };

    private static Diagnostic? Check(MigrationStep step, BatchCommand batch)
    {
        var words = new SqlWords(batch.Sql);
        return (words.Is("UPDATE") || words.Is("DELETE"), step.NoTransaction) switch
        {
            (false, _) => Batch(batch, "Only an UPDATE or a DELETE can run in batches.", "Delete '-- hm:batch', or put it before an UPDATE or DELETE."),
            (_, false) => Batch(
                batch,
                "Batches are committed one by one, but the step they are in is one transaction.",
                "Put '-- hm:step NAME' and '-- hm:no-transaction' before '-- hm:batch'."),
            _ => ChangedKey(batch) is { } column
                ? Batch(
                    batch,
                    $"The statement sets {column}, and the batches walk along it: rows that move ahead would be changed again.",
                    "Walk along a key that stays, or leave '-- hm:batch' out.")
                : null,
        };
    }

    private static string? ChangedKey(BatchCommand batch) => BatchStatement.Read(batch.Sql) is { } statement
        ? batch.Key.FirstOrDefault(column => statement.Sets.Any(set => SqlNames.Folded(set) == SqlNames.Folded(column)))
        : null;

    private static Diagnostic Batch(BatchCommand batch, string summary, string nextAction) => new()
    {
        Code = DiagnosticCodes.BatchNotPossible,
        Summary = summary,
        Where = batch.Where,
        NextActions = [nextAction],
    };

    internal static string Shown(string sql)
    {
        var line = string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= ShownLength ? line : $"{line[..ShownLength].TrimEnd()} ...";
    }
}
