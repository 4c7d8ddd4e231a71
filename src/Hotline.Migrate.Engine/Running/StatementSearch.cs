using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Running;

/// <summary>Finds which statement of a section the server runs, by the text that it shows.</summary>
/// <remarks>
/// What travels together is answered together, so the client cannot know. The server keeps the first <c>track_activity_query_size</c> bytes
/// of a text; statements of the same text are taken in their order.
/// </remarks>
internal sealed class StatementSearch(MigrationSection section)
{
    // The server's setting is at least 100 bytes, and four of them are at most one character.
    private const int ShortestCut = 24;

    private readonly Lazy<MigrationCommand[]> commands = new(() => [.. section.Steps.SelectMany(step => step.Commands)]);
    private int at;
    private DateTime atStart;

    /// <summary>How many statements there are.</summary>
    public int Count => commands.Value.Length;

    /// <summary>The number of the statement that shows as <paramref name="query"/>, from 1, and its text; <c>null</c> where it is none of them.</summary>
    /// <param name="query">The text.</param>
    /// <param name="start">When the server began with it.</param>
    public (int Number, string Text)? Find(string query, DateTime start)
    {
        // Forward first: what began later comes behind, even with the same text.
        var first = atStart == default || start == atStart ? at : at + 1;
        for (var i = 0; i < commands.Value.Length; i++)
        {
            var candidate = (first + i) % commands.Value.Length;
            if (commands.Value[candidate] is SqlCommand or CopyCommand && IsShownAs(CommandPrefix.Text(commands.Value[candidate]), query))
            {
                (at, atStart) = (candidate, start);
                return (candidate + 1, CommandPrefix.Text(commands.Value[candidate]));
            }
        }

        return null;
    }

    private static bool IsShownAs(string sql, string query) =>
        query.Length > 0 && sql.StartsWith(query, StringComparison.Ordinal) && (query.Length == sql.Length || query.Length >= ShortestCut);
}
