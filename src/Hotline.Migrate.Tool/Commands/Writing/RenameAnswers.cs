using Hotline.Migrate.Diffing;
using Hotline.Migrate.Drafting;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>Gets answers to the rename questions of a draft from whoever sits at the terminal.</summary>
internal static class RenameAnswers
{
    /// <summary><paramref name="situation"/> with the answers; as it was where nobody is there or an answer fails to come.</summary>
    public static async Task<DraftSituation> CompleteAsync(DraftSituation situation, IRenameChoice choice, CancellationToken cancellationToken)
    {
        // An answer can raise the next question: the columns of a renamed table.
        while (choice.CanAsk && DraftPlanner.Plan(situation).Diff.Questions is [var question, ..])
        {
            if (await choice.AskAsync(question, cancellationToken).ConfigureAwait(false) is not { } answer)
            {
                return situation;
            }

            var answers = situation.Answers ?? DiffAnswers.None;
            situation = situation with
            {
                Answers = answer.Length == 0
                    ? answers with { Drops = [.. answers.Drops, question.Old] }
                    : answers with { Renames = [.. answers.Renames, KeyValuePair.Create(question.Old, answer)] },
            };
        }

        return situation;
    }
}
