namespace Hotline.Migrate.Impact;

/// <summary>Lock modes in words.</summary>
public static class LockModeText
{
    extension(LockMode mode)
    {
        /// <summary>The mode as <c>LOCK TABLE</c> takes it: <c>ACCESS EXCLUSIVE</c>.</summary>
        public string Text => mode switch
        {
            LockMode.AccessShare => "ACCESS SHARE",
            LockMode.RowShare => "ROW SHARE",
            LockMode.RowExclusive => "ROW EXCLUSIVE",
            LockMode.ShareUpdateExclusive => "SHARE UPDATE EXCLUSIVE",
            LockMode.Share => "SHARE",
            LockMode.ShareRowExclusive => "SHARE ROW EXCLUSIVE",
            LockMode.Exclusive => "EXCLUSIVE",
            LockMode.AccessExclusive => "ACCESS EXCLUSIVE",
            _ => "",
        };

        /// <summary>What waits while it is held: <c>reads and writes</c>, <c>writes</c>, <c>DDL</c>, or nothing.</summary>
        public string Blocks => mode switch
        {
            LockMode.AccessExclusive => "reads and writes",
            LockMode.Share or LockMode.ShareRowExclusive or LockMode.Exclusive => "writes",
            LockMode.None => "",
            _ => "DDL",
        };
    }

    /// <summary>The mode of a name, as <c>LOCK TABLE</c> takes it (<c>ROW EXCLUSIVE</c>) or as <c>pg_locks</c> has it (<c>RowExclusiveLock</c>).</summary>
    public static LockMode Parse(string name) =>
        Enum.TryParse<LockMode>(
            (name.EndsWith("Lock", StringComparison.Ordinal) ? name[..^"Lock".Length] : name).Replace(" ", "", StringComparison.Ordinal),
            ignoreCase: true,
            out var mode)
            ? mode
            : LockMode.None;
}
