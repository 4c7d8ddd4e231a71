using Hotline.Migrate.Revisions;
using Hotline.Migrate.Tool.Revisions;

namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>The revisions and how they stand on each other, the newest first.</summary>
/// <param name="Database">The database, without its password; <c>null</c> where none was asked.</param>
/// <param name="Nodes">The revisions, for the drawing.</param>
/// <param name="Revisions">The same revisions as they are shown.</param>
internal sealed record HistoryOutcome(string? Database, IReadOnlyList<RevisionNode> Nodes, IReadOnlyList<RevisionView> Revisions);
