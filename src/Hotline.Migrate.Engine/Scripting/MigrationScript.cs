using System.Globalization;
using System.Text;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Scripting;

/// <summary>Writes migrations as one SQL script that runs without the tool, and keeps the history as the tool would.</summary>
/// <remarks>
/// The script is for psql with <c>ON_ERROR_STOP</c>. An idempotent one leaves out what the database has already, by psql's
/// <c>\if</c>: only so can it hold statements that run outside of transactions. It cannot hold COPY data, which psql reads even where
/// it skips the COPY.
/// </remarks>
public static class MigrationScript
{
    /// <summary>Writes the script.</summary>
    /// <param name="changes">The migrations, in the order in which they run.</param>
    /// <param name="history">Where the history is kept.</param>
    /// <param name="isIdempotent">Whether each migration is left out where the database has it already (or, going back, has it no more).</param>
    /// <exception cref="DiagnosticException">A migration runs C#, or in batches; or an idempotent script would hold COPY data.</exception>
    public static string Write(IReadOnlyList<ScriptChange> changes, HistoryTableName history, bool isIdempotent)
    {
        Check(changes, isIdempotent);
        var script = new StringBuilder();
        script.Append("\\set ON_ERROR_STOP on\n\n").Append(HistorySchema.CreateScript(history)).Append('\n');
        foreach (var change in changes)
        {
            script.Append(CultureInfo.InvariantCulture, $"\n-- {(change.Upgrades ? "upgrade" : "downgrade")} {change.Migration.Revision}: {change.Migration.Message}\n");
            if (isIdempotent)
            {
                var isThere = $"EXISTS (SELECT FROM {history.Table} WHERE revision = {SqlLiteral.Of(change.Migration.Revision)})";
                script.Append(CultureInfo.InvariantCulture, $"SELECT {(change.Upgrades ? "NOT " : "")}{isThere} AS hm_run \\gset\n\\if :hm_run\n");
            }

            Append(script, change, new HistoryCommands(history, client: "script"));
            script.Append(isIdempotent ? "\\endif\n" : "");
        }

        return script.ToString();
    }

    private static void Append(StringBuilder script, ScriptChange change, HistoryCommands history)
    {
        var steps = change.Section.Steps;
        var isOpen = false;
        foreach (var step in steps)
        {
            // Each step is a commit of its own.
            isOpen = Switch(script, isOpen, open: false);
            isOpen = Switch(script, isOpen, open: !step.NoTransaction);
            foreach (var command in step.Commands)
            {
                Append(script, command);
            }
        }

        Switch(script, isOpen, open: true);
        script.Append(SqlText.Of(Record(change, history))).Append(";\nCOMMIT;\n");
    }

    private static Npgsql.NpgsqlBatchCommand Record(ScriptChange change, HistoryCommands history)
    {
        var migration = change.Migration;
        return change.Upgrades
            ? history.Insert(migration, migration.Hash ?? migration.ContentHash, "upgrade", TimeSpan.Zero)
            : history.Delete(new AppliedRevision { Revision = migration.Revision, Message = "", Hash = "" }, "downgrade", TimeSpan.Zero);
    }

    private static void Append(StringBuilder script, MigrationCommand command)
    {
        switch (command)
        {
            case SqlCommand sql:
                script.Append(sql.Sql.Trim()).Append(";\n");
                break;
            case CopyCommand copy:
                script.Append(copy.Sql.Trim()).Append(";\n").Append(copy.Data).Append(copy.Data.EndsWith('\n') || copy.Data.Length == 0 ? "\\.\n" : "\n\\.\n");
                break;
            case StreamedCommand streamed:
                Append(script, streamed);
                break;
        }
    }

    private static void Append(StringBuilder script, StreamedCommand streamed)
    {
        using var statements = streamed.Open();
        while (statements.Next() is { } statement)
        {
            var data = new StringBuilder();
            while (statement is CopyCommand && statements.ReadData(out var lines))
            {
                data.Append(lines);
            }

            Append(script, statement is CopyCommand copy ? copy with { Data = data.ToString() } : statement);
        }
    }

    private static bool Switch(StringBuilder script, bool isOpen, bool open)
    {
        script.Append((isOpen, open) switch
        {
            (false, true) => "BEGIN;\n",
            (true, false) => "COMMIT;\n",
            _ => "",
        });
        return open;
    }

    private static void Check(IReadOnlyList<ScriptChange> changes, bool isIdempotent)
    {
        Diagnostic[] problems =
        [
            .. changes
                .SelectMany(change => change.Section.Steps)
                .SelectMany(step => step.Commands)
                .Where(command => command is CodeCommand or BatchCommand || (isIdempotent && command is CopyCommand))
                .Select(command => new Diagnostic
                {
                    Code = DiagnosticCodes.StatementNotSupported,
                    Summary = command switch
                    {
                        CodeCommand code => $"A script cannot run the C# data migration {code.TypeName}.",
                        CopyCommand => "An idempotent script cannot hold COPY data.",
                        _ => "A script cannot run a statement in batches.",
                    },
                    Where = command.Where,
                    NextActions = ["Run the migrations with the tool: dotnet hotline-migrate upgrade", "Or script the ranges before and behind it."],
                }),
        ];
        if (problems.Length > 0)
        {
            throw new DiagnosticException(FailureKind.Usage, problems);
        }
    }
}
