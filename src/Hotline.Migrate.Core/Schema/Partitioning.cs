namespace Hotline.Migrate.Schema;

/// <summary><c>PARTITION BY strategy (keys)</c>.</summary>
/// <param name="Strategy"><c>RANGE</c>, <c>LIST</c> or <c>HASH</c>.</param>
/// <param name="Keys">The keys as SQL: columns or parenthesised expressions.</param>
public sealed record Partitioning(string Strategy, EquatableArray<string> Keys);
