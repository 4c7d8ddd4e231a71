namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>A lock that a statement takes.</summary>
/// <param name="Table">The table, index or view.</param>
/// <param name="Lock">The mode, as <c>LOCK TABLE</c> names it.</param>
/// <param name="Blocks">What waits meanwhile: <c>reads and writes</c>, <c>writes</c> or <c>DDL</c>.</param>
/// <param name="Work">What is done to the rows meanwhile: <c>rewrite</c>, <c>index build</c>, <c>scan</c>, <c>rows</c>, or nothing.</param>
/// <param name="Why">The reason for it, in a few words.</param>
/// <param name="Rows">About how many rows the table has; <c>null</c> where nobody knows.</param>
/// <param name="Bytes">Its size with indexes; <c>null</c> where nobody knows.</param>
internal sealed record StatementLock(string Table, string Lock, string Blocks, string Work, string Why, long? Rows, long? Bytes);
