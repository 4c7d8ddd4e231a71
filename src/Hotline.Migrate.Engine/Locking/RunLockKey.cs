using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotline.Migrate.History;

namespace Hotline.Migrate.Locking;

/// <summary>The key of an advisory lock. The server keeps such keys apart by database.</summary>
internal readonly record struct RunLockKey(long Value)
{
    /// <summary>The key that lets one run at a time work with <paramref name="history"/>.</summary>
    public static RunLockKey ForRun(HistoryTableName history) => For("run", history);

    /// <summary>The key that the working session holds, so that a session that outlives its process is noticed.</summary>
    public static RunLockKey ForSession(HistoryTableName history) => For("session", history);

    /// <summary>The upper half, as <c>pg_locks.classid</c> tells it.</summary>
    public long ClassId => (uint)(Value >> 32);

    /// <summary>The lower half, as <c>pg_locks.objid</c> tells it.</summary>
    public long ObjectId => (uint)Value;

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>With the OID of a table in its lower half, the key that lets one concurrent build at a time work on it, whatever history it is for.</summary>
    public static long OfTables => Of("hotline-migrate\0table") & unchecked((long)0xFFFF_FFFF_0000_0000);

    private static RunLockKey For(string purpose, HistoryTableName history) => new(Of($"hotline-migrate\0{purpose}\0{history.Schema}\0{history.Name}"));

    private static long Of(string name) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
