namespace Hotline.Migrate.Migrations;

/// <summary>Where a statement takes data from: where nothing is, nothing is lost.</summary>
/// <param name="Table">The table, as written.</param>
/// <param name="Column">The column, as written; <c>null</c> for whole rows.</param>
public sealed record LostRows(string Table, string? Column);
