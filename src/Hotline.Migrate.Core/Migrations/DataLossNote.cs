using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Migrations;

/// <summary>Something that a migration destroys.</summary>
/// <param name="Text">What is lost, in a few words: <c>drops column users.phone</c>.</param>
/// <param name="Where">The statement that does it, where it is one.</param>
public sealed record DataLossNote(string Text, SourceLocation? Where)
{
    /// <summary>
    /// Where the data is that goes: when the database has none there before the run, nothing is lost. Empty where that cannot be told,
    /// because the statement does not name it all or statements before it may bring or rename data.
    /// </summary>
    public EquatableArray<LostRows> From { get; init; } = [];
}
