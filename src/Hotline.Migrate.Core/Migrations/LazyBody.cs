namespace Hotline.Migrate.Migrations;

/// <summary>What stands behind the header of a migration file, read when it is asked for.</summary>
internal sealed class LazyBody
{
    private readonly Lazy<(MigrationSection Upgrade, MigrationSection Downgrade, string Hash)> whole;
    private readonly Lazy<string> hash;

    /// <summary>Reads by need.</summary>
    /// <param name="read">Reads the sections, and tells the file's content hash.</param>
    /// <param name="readHash">Tells the content hash alone; asked only where the sections were not read before.</param>
    public LazyBody(Func<(MigrationSection Upgrade, MigrationSection Downgrade, string Hash)> read, Func<string> readHash)
    {
        whole = new(read);
        hash = new(() => whole.IsValueCreated ? whole.Value.Hash : readHash());
    }

    /// <summary>What brings a database to the migration.</summary>
    public MigrationSection Upgrade => whole.Value.Upgrade;

    /// <summary>What takes it back.</summary>
    public MigrationSection Downgrade => whole.Value.Downgrade;

    /// <summary>The file's content hash.</summary>
    public string Hash => hash.Value;
}
