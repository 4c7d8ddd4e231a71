namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>What a statement of a plan does to tables that are there now.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Text">Its text, shortened.</param>
/// <param name="IsOpaque">Whether its text does not tell what it locks.</param>
/// <param name="Locks">The locks that it takes.</param>
internal sealed record RunStatement(int Line, string Text, bool IsOpaque, IReadOnlyList<StatementLock> Locks);
