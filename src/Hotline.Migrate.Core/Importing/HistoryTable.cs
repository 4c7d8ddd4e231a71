using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Importing;

/// <summary>The table in which another tool keeps its history.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Table">The table.</param>
/// <param name="Others">Further tables of the tool's own.</param>
public sealed record HistoryTable(OtherTool Tool, Table Table, EquatableArray<Table> Others);
