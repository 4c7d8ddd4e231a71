using System.Globalization;
using System.Text;
using Hotline.Migrate.Operations;

namespace Hotline.Migrate.Rendering;

/// <summary>Writes the operations of one direction as the text of a section, with its commit boundaries.</summary>
internal sealed class SectionWriter
{
    private readonly StringBuilder text = new();
    private bool isOutside;
    private bool hasUncheckedBodies;
    private int locks;
    private int changes;
    private int parts = 1;

    private SectionWriter()
    {
    }

    public static string Write(IReadOnlyList<Operation> operations, RenderOptions options)
    {
        var rendered = IndexReplacements.Render(operations, options);
        var boundary = LabelBoundary.Of(operations, rendered);
        var writer = new SectionWriter();
        for (var i = 0; i < rendered.Count; i++)
        {
            if (i == boundary)
            {
                writer.Step("after-new-labels");
            }

            writer.Append(operations[i], [.. rendered[i].Where(s => s.Time == StatementTime.InOrder)]);
        }

        writer.AppendLate([.. rendered.SelectMany(s => s).Where(s => s.Time != StatementTime.InOrder).OrderBy(s => s.Time)]);
        return writer.text.ToString();
    }

    private void Append(Operation operation, IReadOnlyList<Statement> statements)
    {
        if (statements.Any(s => !s.NoTransaction))
        {
            var more = TransactionLocks.Of(operation);
            if (locks > 0 && locks + more > TransactionLocks.Most)
            {
                parts++;
                Step("part-" + parts.ToString(CultureInfo.InvariantCulture));
            }

            locks += more;
        }

        foreach (var statement in statements)
        {
            if (statement.NoTransaction != isOutside)
            {
                changes++;
                Step((statement.NoTransaction ? "indexes-" : "step-") + changes.ToString(CultureInfo.InvariantCulture), statement.NoTransaction);
            }

            // It holds to the end of the step's transaction.
            if (statement.BodyUnchecked && !hasUncheckedBodies)
            {
                hasUncheckedBodies = true;
                Append(new Statement("SET LOCAL check_function_bodies = off"));
            }

            Append(statement);
        }
    }

    // The locks of what came before are given back, and no strong one is held while the rows are looked at.
    private void AppendLate(IReadOnlyList<Statement> statements)
    {
        if (statements.Count > 0 && text.Length > 0)
        {
            Step("validate");
        }

        foreach (var statement in statements)
        {
            Append(statement);
        }
    }

    private void Step(string name, bool noTransaction = false)
    {
        isOutside = noTransaction;
        hasUncheckedBodies = false;
        locks = 0;
        Gap();
        text.Append("-- hm:step ").Append(name).Append('\n');
        if (noTransaction)
        {
            text.Append("-- hm:no-transaction\n");
        }
    }

    private void Append(Statement statement)
    {
        Gap();
        foreach (var line in statement.Comments.SelectMany(c => c.Split('\n')))
        {
            text.Append("-- ").Append(line.TrimEnd('\r')).Append('\n');
        }

        text.Append(CarriageReturns.Escape(statement.Sql)).Append(";\n");
    }

    private void Gap()
    {
        if (text.Length > 0)
        {
            text.Append('\n');
        }
    }
}
