using System.Text;
using Hotline.Migrate.Operations;

namespace Hotline.Migrate.Rendering;

/// <summary>Says at the head of a downgrade what it does not bring back. What is not named there comes back as it was.</summary>
internal static class ReversalNotes
{
    public static string Write(IEnumerable<Operation> upgrade)
    {
        var text = new StringBuilder();

        // Tables and columns are named where they come back.
        foreach (var operation in upgrade.Where(o => o.Reversibility != Reversibility.Lossless && o is not (DropTable or DropColumn)))
        {
            text.Append(operation.Reversibility == Reversibility.Impossible ? "-- impossible: " : "-- structure only: ")
                .Append((operation.Loss?.Text ?? OperationSummary.Of(operation).Words).ReplaceLineEndings(" "))
                .Append('\n');
        }

        return text.Length == 0 ? "" : text.Append('\n').ToString();
    }
}
