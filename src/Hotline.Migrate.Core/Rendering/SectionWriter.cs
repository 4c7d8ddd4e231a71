using System.Globalization;
using System.Text;
using Hotline.Migrate.Operations;

namespace Hotline.Migrate.Rendering;

/// <summary>Writes the operations of one direction as the text of a section, with its commit boundaries.</summary>
internal static class SectionWriter
{
    public static string Write(IReadOnlyList<Operation> operations, RenderOptions options)
    {
        var rendered = IndexReplacements.Render(operations, options);
        var boundary = LabelBoundary.Of(operations, rendered);
        var text = new StringBuilder();
        var outside = false;
        var uncheckedBodies = false;
        var steps = 0;
        for (var i = 0; i < rendered.Count; i++)
        {
            if (i == boundary)
            {
                Step(text, "after-new-labels", noTransaction: false);
                outside = false;
                uncheckedBodies = false;
            }

            foreach (var statement in rendered[i].Where(s => s.Time == StatementTime.InOrder))
            {
                if (statement.NoTransaction != outside)
                {
                    outside = statement.NoTransaction;
                    steps++;
                    Step(text, (outside ? "indexes-" : "step-") + steps.ToString(CultureInfo.InvariantCulture), outside);
                    uncheckedBodies = false;
                }

                // It holds to the end of the step's transaction.
                if (statement.BodyUnchecked && !uncheckedBodies)
                {
                    uncheckedBodies = true;
                    Append(text, new Statement("SET LOCAL check_function_bodies = off"));
                }

                Append(text, statement);
            }
        }

        // The locks of what came before are given back, and no strong one is held while the rows are looked at.
        var late = rendered.SelectMany(s => s).Where(s => s.Time != StatementTime.InOrder).OrderBy(s => s.Time).ToList();
        if (late.Count > 0 && text.Length > 0)
        {
            Step(text, "validate", noTransaction: false);
        }

        late.ForEach(s => Append(text, s));
        return text.ToString();
    }

    private static void Step(StringBuilder text, string name, bool noTransaction)
    {
        Gap(text);
        text.Append("-- hm:step ").Append(name).Append('\n');
        if (noTransaction)
        {
            text.Append("-- hm:no-transaction\n");
        }
    }

    private static void Append(StringBuilder text, Statement statement)
    {
        Gap(text);
        foreach (var line in statement.Comments.SelectMany(c => c.Split('\n')))
        {
            text.Append("-- ").Append(line.TrimEnd('\r')).Append('\n');
        }

        text.Append(CarriageReturns.Escape(statement.Sql)).Append(";\n");
    }

    private static void Gap(StringBuilder text)
    {
        if (text.Length > 0)
        {
            text.Append('\n');
        }
    }
}
