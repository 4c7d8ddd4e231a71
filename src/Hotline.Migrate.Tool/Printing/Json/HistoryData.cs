using Hotline.Migrate.Tool.Revisions;

namespace Hotline.Migrate.Tool.Printing.Json;

/// <summary>The <c>data</c> of <c>history</c>: the revisions, newest first.</summary>
internal sealed record HistoryData(string? Database, IReadOnlyList<RevisionView> Revisions);
