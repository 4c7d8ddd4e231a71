using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Core.Tests.Migrations;

public sealed class MigrationFileTests
{
    private const string Example = """
        -- migration: Add avatar_url to users
        -- revision:  6c6fcf9133ce
        -- parents:   2b1f00c4a9d1
        -- created:   2026-11-22T10:15:00Z

        -- hm:upgrade
        ALTER TABLE users ADD COLUMN avatar_url text;

        -- hm:downgrade
        ALTER TABLE users DROP COLUMN avatar_url;
        """;

    [Fact]
    public void Header_and_sections_are_read()
    {
        var migration = MigrationFile.Parse("a.sql", Example);

        Assert.Equal("6c6fcf9133ce", migration.Revision);
        Assert.Equal("Add avatar_url to users", migration.Message);
        Assert.Equal(["2b1f00c4a9d1"], migration.Parents);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 15, 0, TimeSpan.Zero), migration.Created);
        Assert.True(migration.IsDraft);
        Assert.Equal("ALTER TABLE users ADD COLUMN avatar_url text;\n\n", migration.Upgrade.Text);
        var command = Assert.IsType<SqlCommand>(Assert.Single(Assert.Single(migration.Upgrade.Steps).Commands));
        Assert.Equal("ALTER TABLE users ADD COLUMN avatar_url text", command.Sql);
        Assert.Equal(new SourceLocation("a.sql", 7, 1), command.Where);
        var undo = Assert.IsType<SqlCommand>(Assert.Single(Assert.Single(migration.Downgrade.Steps).Commands));
        Assert.Equal(new SourceLocation("a.sql", 10, 1), undo.Where);
    }

    [Fact]
    public void What_is_written_is_what_is_read()
    {
        var migration = MigrationFile.Parse("a.sql", Example);
        var header = new MigrationHeader
        {
            Revision = migration.Revision,
            Message = migration.Message,
            Parents = migration.Parents,
            Created = migration.Created,
        };

        Assert.Equal(Example + "\n", MigrationFile.Write(header, migration.Upgrade.Text, migration.Downgrade.Text));
    }

    [Fact]
    public void An_empty_migration_has_both_sections_and_no_step()
    {
        var text = MigrationFile.Write(new() { Revision = "a1", Message = "Nothing\nat all" }, "", "");

        Assert.Equal("""
            -- migration: Nothing at all
            -- revision:  a1

            -- hm:upgrade

            -- hm:downgrade

            """, text);
        var migration = MigrationFile.Parse("a.sql", text);
        Assert.Empty(migration.Upgrade.Steps);
        Assert.Empty(migration.Downgrade.Steps);
        Assert.Empty(migration.Parents);
    }

    [Fact]
    public void A_sealed_migration_knows_when_it_was_edited()
    {
        var text = MigrationFile.Seal(MigrationFile.MarkGenerated(Example), "Add a picture");

        var migration = MigrationFile.Parse("a.sql", text);
        Assert.Equal("Add a picture", migration.Message);
        Assert.False(migration.IsDraft);
        Assert.False(migration.IsEdited);
        Assert.Null(migration.GeneratedHash);
        Assert.True(MigrationFile.Parse("a.sql", text.Replace("text;", "text ;")).IsEdited);
    }

    [Fact]
    public void A_draft_knows_whether_the_build_wrote_it()
    {
        var text = MigrationFile.MarkGenerated(Example);

        Assert.False(MigrationFile.IsEdited(MigrationFile.Parse("a.sql", text)));
        Assert.True(MigrationFile.IsEdited(MigrationFile.Parse("a.sql", text + "\n-- mine")));
        Assert.True(MigrationFile.IsEdited(MigrationFile.Parse("a.sql", Example)));
        Assert.Equal(text, MigrationFile.MarkGenerated(text));
    }
}
