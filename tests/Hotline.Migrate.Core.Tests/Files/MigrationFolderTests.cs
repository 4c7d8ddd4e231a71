using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Core.Tests.Files;

public sealed class MigrationFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Migrations_are_loaded_in_the_order_of_their_names()
    {
        for (var i = 99; i >= 0; i--)
        {
            folder.Write($"{i:00}_r{i}.sql", Migration($"r{i}"));
        }

        var migrations = MigrationFolder.Load(folder.Path, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"r{i}"), migrations.Select(m => m.Revision));
        Assert.Equal(Path.Combine(folder.Path, "00_r0.sql"), migrations[0].Path);
    }

    [Fact]
    public void Other_files_and_folders_are_overlooked()
    {
        folder.Write("a.SQL", Migration("a1"));
        folder.Write("README.md", "no migration");
        folder.Write("b.sql~", "no migration");
        folder.Write(".c.sql", "no migration");
        folder.Write("snapshot/table/users.json", "{}");
        folder.Write("old/d.sql", "no migration");

        Assert.Equal("a1", Assert.Single(MigrationFolder.Load(folder.Path, TestContext.Current.CancellationToken)).Revision);
    }

    [Fact]
    public void Every_wrong_file_is_named_at_once()
    {
        var foreign = folder.Write("1_dump.sql", "CREATE TABLE t ();");
        folder.Write("2_fine.sql", Migration("a1"));
        var latin = folder.Write("3_latin.sql", [0x2D, 0x2D, 0xE9]);
        var open = folder.Write("4_open.sql", Migration("a2") + "SELECT '");

        var failure = Assert.Throws<DiagnosticException>(() => MigrationFolder.Load(folder.Path, TestContext.Current.CancellationToken));

        Assert.Equal([("HM0200", foreign), ("HM0218", latin), ("HM0211", open)], failure.Diagnostics.Select(d => (d.Code, d.Where!.Path)));
    }

    [Fact]
    public void What_stands_behind_the_header_is_read_late_only_where_a_hash_vouches_for_it()
    {
        // No create would seal this; it stands for a body that nobody looks at.
        var broken = MigrationFile.Seal(Migration("a1") + "SELECT '");
        folder.Write("1_sealed.sql", broken);
        var migration = Assert.Single(MigrationFolder.Load(folder.Path, TestContext.Current.CancellationToken));
        Assert.Equal("HM0211", Assert.Throws<DiagnosticException>(() => migration.Upgrade).Diagnostics[0].Code);

        folder.Write("1_sealed.sql", broken + "x");
        Assert.Equal(
            "HM0211",
            Assert.Throws<DiagnosticException>(() => MigrationFolder.Load(folder.Path, TestContext.Current.CancellationToken)).Diagnostics[0].Code);
    }

    [Fact]
    public void An_empty_folder_has_no_migrations() => Assert.Empty(MigrationFolder.Load(folder.Path, TestContext.Current.CancellationToken));

    [Fact]
    public void A_missing_folder_is_no_empty_one()
    {
        var missing = Path.Combine(folder.Path, "none");

        var problem = Assert.Single(
            Assert.Throws<DiagnosticException>(() => MigrationFolder.Load(missing, TestContext.Current.CancellationToken)).Diagnostics);
        Assert.Equal(("HM0221", missing), (problem.Code, problem.Where!.Path));
    }

    private static string Migration(string revision) =>
        $"-- migration: Test\n-- revision:  {revision}\n\n-- hm:upgrade\nSELECT 1;\n\n-- hm:downgrade\n";
}
