namespace Hotline.Migrate.Verifying.Rows;

/// <summary>What a table holds.</summary>
/// <param name="RowCount">How many rows.</param>
/// <param name="Columns">What its columns hold, by their names.</param>
internal sealed record TableContent(long RowCount, IReadOnlyDictionary<string, ColumnContent> Columns);
