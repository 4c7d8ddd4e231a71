using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Migrations;

/// <summary>Puts a section together from its directives and statements, in the order in which they stand in the file.</summary>
internal sealed class SectionBuilder(IScriptFile? script, bool noTransaction)
{
    private readonly List<MigrationStep> steps = [];
    private readonly List<MigrationCommand> commands = [];
    private readonly List<IgnoredRule> ignored = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private StreamedRun? streamed;
    private BatchOptions? batch;
    private bool sectionNoTransaction = noTransaction;
    private bool stepNoTransaction;
    private string? step;

    /// <summary>Takes a directive that belongs into a section.</summary>
    public void Add(Directive directive)
    {
        if (batch is not null)
        {
            throw Pending(batch.Directive);
        }

        EndStreamed();
        switch (directive.Name)
        {
            case Directives.Code:
                Add(new CodeCommand(DirectiveArguments.TypeName(directive), directive.Where));
                break;
            case Directives.Step:
                BeginStep(directive);
                break;
            case Directives.NoTransaction:
                LeaveTransaction(directive);
                break;
            case Directives.Batch:
                batch = DirectiveArguments.Batch(directive);
                break;
            default:
                ignored.Add(DirectiveArguments.Ignored(directive));
                break;
        }
    }

    /// <summary>Takes the statement that <paramref name="reader"/> has at hand.</summary>
    public void Add(SqlPartReader reader)
    {
        if (reader.IsStreamed && batch is null && StreamedRun.Takes(reader))
        {
            AddStreamed(reader);
            return;
        }

        EndStreamed();
        var (sql, where) = (reader.Text.ToString(), reader.Where);
        MigrationCommand command = (reader.HasData, batch) switch
        {
            (true, null) => new CopyCommand(sql, reader.WholeData(), where),
            (false, null) => new SqlCommand(sql, where),
            (_, { } options) => new BatchCommand(sql, options.Size, options.Key, options.Sleep, where) { MaxLag = options.MaxLag },
        };
        batch = null;
        Add(command);
    }

    /// <summary>The section, whose text is <paramref name="text"/>; <c>null</c> where it is to be read with <paramref name="read"/>.</summary>
    public MigrationSection Build(string? text, Func<string> read)
    {
        if (batch is not null)
        {
            throw Pending(batch.Directive);
        }

        EndStep();
        return text is null ? new(read, [.. steps]) : new(text, [.. steps]);
    }

    // Statements under hm:ignore stay by themselves: it is about one of them.
    private void AddStreamed(SqlPartReader reader)
    {
        if (ignored.Count > 0)
        {
            EndStreamed();
        }

        streamed ??= new StreamedRun(reader);
        streamed.Add();
        if (ignored.Count > 0)
        {
            EndStreamed();
        }
    }

    private void EndStreamed()
    {
        if (streamed is not null)
        {
            commands.Add(streamed.Build(script!, [.. ignored]));
            ignored.Clear();
            streamed.Dispose();
            streamed = null;
        }
    }

    private void Add(MigrationCommand command)
    {
        commands.Add(ignored.Count == 0 ? command : command with { Ignored = [.. ignored] });
        ignored.Clear();
    }

    private void BeginStep(Directive directive)
    {
        EndStep();
        step = DirectiveArguments.StepName(directive);
        if (!names.Add(step))
        {
            throw directive.Wrong($"The section has two steps '{step}'.", "Give each step a name of its own.");
        }
    }

    private void LeaveTransaction(Directive directive)
    {
        if (commands.Count > 0)
        {
            throw directive.Misplaced(
                "hm:no-transaction stands behind a statement of the step that it is about.",
                "Put it directly behind '-- hm:step name', or before the first statement for the whole section.");
        }

        if (step is null)
        {
            sectionNoTransaction = true;
        }

        stepNoTransaction = true;
    }

    private void EndStep()
    {
        EndStreamed();
        if (ignored is [var rule, ..])
        {
            throw FileProblems.Of(
                DiagnosticCodes.DirectiveMisplaced,
                rule.Where,
                "hm:ignore stands before no statement.",
                "Put it before the statement that it is about, or delete it.");
        }

        if (commands.Count > 0)
        {
            steps.Add(new(step, sectionNoTransaction || stepNoTransaction, [.. commands]));
        }

        commands.Clear();
        stepNoTransaction = false;
    }

    private static DiagnosticException Pending(Directive directive) => directive.Misplaced(
        "hm:batch does not stand directly before a statement.", "Put it directly before the UPDATE or DELETE that it is about.");
}
