using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Migrations;

/// <summary>An UPDATE or DELETE that runs in batches, each committed by itself: <c>-- hm:batch size=5000 key=id</c>.</summary>
/// <param name="Sql">The statement as written, without its semicolon.</param>
/// <param name="Size">How many keys a batch spans.</param>
/// <param name="Key">The columns to walk along in order: a unique key of the table.</param>
/// <param name="Pause">How long to wait between two batches.</param>
/// <param name="Where">The statement's first character in the file.</param>
public sealed record BatchCommand(string Sql, int Size, EquatableArray<string> Key, TimeSpan Pause, SourceLocation Where)
    : MigrationCommand(Where)
{
    /// <summary>How far a standby may lag behind before the next batch waits for it; <c>null</c> where nothing waits.</summary>
    public TimeSpan? MaxLag { get; init; }
}
