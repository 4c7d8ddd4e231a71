namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>A lock that a rehearsed migration held when it committed.</summary>
/// <param name="Table">The table, index or view.</param>
/// <param name="Lock">The mode, as <c>LOCK TABLE</c> names it.</param>
/// <param name="Blocks">What waits meanwhile: <c>reads and writes</c>, <c>writes</c> or <c>DDL</c>.</param>
/// <param name="Rewritten">Whether the table was written anew.</param>
/// <param name="Seen">Whether it was seen held; else the statement, which ran outside a transaction, tells it by its text.</param>
internal sealed record HeldLock(string Table, string Lock, string Blocks, bool Rewritten, bool Seen);
