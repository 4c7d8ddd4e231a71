using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;
using Hotline.Migrate.Importing;

namespace Hotline.Migrate.Core.Tests.Importing;

public sealed class FolderImportTests
{
    [Fact]
    public void Flyway_versions_are_sorted_as_numbers_and_repeatable_ones_come_last()
    {
        var folder = Read(
            ("V10__ten.sql", "SELECT 10;"), ("V9_1__nine_one.sql", "SELECT 9.1;"), ("V9.01.1__nine.sql", "SELECT 9;"), ("V2__.sql", "SELECT 2;"),
            ("U10__ten.sql", "SELECT -10;"), ("R__b_views.sql", "SELECT 'b';"), ("sub/R__a_views.sql", "SELECT 'a';"),
            ("beforeMigrate.sql", "SELECT 0;"), ("afterMigrate__grants.sql", "SELECT 0;"), ("B9__sum.sql", "SELECT 1;"), ("notes.txt", ""));

        Assert.Equal(ImportFormat.Flyway, folder.Format);
        Assert.Equal(
            ["2", "nine one", "nine", "ten", "a views", "b views"],
            folder.Migrations.Select(m => m.Message));
        Assert.Equal("SELECT -10;", folder.Migrations[3].Downgrade.Text);
        Assert.All(folder.Migrations, m => Assert.Matches("^[0-9a-f]{12}$", m.Revision));
        Assert.Equal(["B9__sum.sql", "R__a_views.sql", "R__b_views.sql", "afterMigrate__grants.sql", "beforeMigrate.sql"],
            folder.Warnings.Select(w => Path.GetFileName(w.Where!.Path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_baseline_migration_of_Flyway_stands_for_versions_that_are_gone() =>
        Assert.Equal(["sum", "eleven"], Read(("B10__sum.sql", "SELECT 1;"), ("V11__eleven.sql", "SELECT 11;")).Migrations.Select(m => m.Message));

    [Fact]
    public void A_file_of_Flyway_that_is_configured_so_runs_without_a_transaction() => Assert.Equal(
        "-- hm:no-transaction\nUPDATE a SET b = 1;",
        Read(("V1__x.sql", "UPDATE a SET b = 1;"), ("V1__x.sql.conf", "executeInTransaction=false\n")).Migrations[0].Upgrade!.Text);

    [Theory]
    [InlineData("V1__a.sql", "V1.0__b.sql", "HM0231 V1__a.sql|HM0231 V1.0__b.sql")]
    [InlineData("V1__a.sql", "V2_b.sql", "HM0232 V2_b.sql")]
    [InlineData("V1__a.sql", "V2__b.java", "HM0235 V2__b.java")]
    [InlineData("1_a.up.sql", "2_a.down.sql", "HM0233 2_a.down.sql")]
    [InlineData("1_a.up.sql", "01_b.up.sql", "HM0231 1_a.up.sql|HM0231 01_b.up.sql")]
    [InlineData("1_a.up.sql", "users.up.sql", "HM0232 users.up.sql")]
    [InlineData("001_a.sql", "readme.sql", "HM0232 readme.sql")]
    [InlineData("20240101_i/migration.sql", "2024_a.rb", null)]
    [InlineData("20240101_a.rb", "20240102_b.rb", "HM0230 migrations")]
    public void What_is_wrong_with_a_folder_names_the_file(string one, string other, string? expected)
    {
        if (expected is null)
        {
            Assert.Single(Read((one, "SELECT 1;"), (other, "")).Migrations);
            return;
        }

        var problem = Assert.Single(Refused((one, "SELECT 1;"), (other, "SELECT 1;")));

        Assert.Contains($"{problem.Code} {Path.GetFileName(problem.Where!.Path)}", expected.Split('|'));
    }

    [Fact]
    public void Pairs_of_files_have_both_ways_and_gaps_are_none_of_our_business()
    {
        var folder = Read(("000001_users.up.sql", "BEGIN;\nCREATE TABLE users ();\nCOMMIT;\n"), ("000001_users.down.sql", "DROP TABLE users;"), ("000007_calls.up.sql", ""));

        Assert.Equal(["users", "calls"], folder.Migrations.Select(m => m.Message));
        Assert.Equal(("CREATE TABLE users ();", "DROP TABLE users;"), (folder.Migrations[0].Upgrade!.Text, folder.Migrations[0].Downgrade.Text));
        Assert.Equal([2], folder.Migrations[0].Upgrade!.Statements.Select(s => s.Line));
    }

    [Fact]
    public void Blocks_and_statements_outside_of_transactions_become_steps() => Assert.Equal(
        """
        -- first
        CREATE TABLE a ();

        -- hm:step step_2
        -- hm:no-transaction
        -- a big one
        CREATE INDEX CONCURRENTLY i ON a (b);

        -- hm:step step_3
        CREATE TABLE c ();
        -- the end
        """,
        Read(("1_x.sql", """
            BEGIN;
            -- first
            CREATE TABLE a ();
            COMMIT;
            -- a big one
            CREATE INDEX CONCURRENTLY i ON a (b);
            CREATE TABLE c ();
            -- the end
            """)).Migrations[0].Upgrade!.Text);

    [Theory]
    [InlineData("SELECT 1;\nROLLBACK;", "HM0214", 2)]
    [InlineData("SELECT 1;\nSELECT 'open;", "HM0211", 2)]
    [InlineData("\\connect other\nSELECT 1;", "HM0212", 1)]
    public void Sql_that_cannot_be_a_migration_is_said_with_its_line(string sql, string code, int line)
    {
        var problem = Assert.Single(Refused(("001_a.sql", sql)));

        Assert.Equal((code, line, "001_a.sql"), (problem.Code, problem.Where!.Line, Path.GetFileName(problem.Where.Path)));
    }

    [Fact]
    public void Placeholders_are_filled_in_or_asked_for()
    {
        Assert.Equal("CREATE TABLE app.t ();", FolderImport.Read("f", [File("V1__a.sql", "CREATE TABLE ${schema}.t ();")], new ImportOptions
        {
            Placeholders = new Dictionary<string, string> { ["schema"] = "app" },
        }).Migrations[0].Upgrade!.Text);

        var problem = Assert.Single(Refused(("V1__a.sql", "SELECT 1;\n  CREATE TABLE ${schema}.t ();")));
        Assert.Equal((DiagnosticCodes.ImportPlaceholder, 2, 16), (problem.Code, problem.Where!.Line, problem.Where.Column));
    }

    [Fact]
    public void Files_of_dbmate_and_goose_hold_both_ways()
    {
        var dbmate = Read(("20240131154500_users.sql", "-- migrate:up transaction:false\nCREATE TABLE a ();\n\n-- migrate:down\nDROP TABLE a;\n")).Migrations[0];
        Assert.Equal(("-- hm:no-transaction\nCREATE TABLE a ();", "DROP TABLE a;", 5), (dbmate.Upgrade!.Text, dbmate.Downgrade.Text, dbmate.Downgrade.Statements[0].Line));
        Assert.Equal(new DateTimeOffset(2024, 1, 31, 15, 45, 0, TimeSpan.Zero), dbmate.Created);

        var goose = Read(("00001_f.sql", """
            -- +goose Up
            -- +goose StatementBegin
            CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;
            -- +goose StatementEnd
            -- +goose Down
            DROP FUNCTION f();
            """)).Migrations[0];
        Assert.Equal(("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;", "DROP FUNCTION f();"), (goose.Upgrade!.Text, goose.Downgrade.Text));
        Assert.Equal(3, goose.Upgrade.Statements[0].Line);
    }

    [Theory]
    [InlineData("SELECT 1;\n-- migrate:up\nSELECT 2;", 1)]
    [InlineData("-- migrate:down\n-- migrate:up\nSELECT 2;", 1)]
    [InlineData("-- migrate:up\nSELECT 1;\n-- migrate:up\nSELECT 2;", 3)]
    public void Markers_in_the_wrong_place_are_said_with_their_line(string text, int line)
    {
        var problem = Assert.Single(Refused(("1_a.sql", text)));

        Assert.Equal((DiagnosticCodes.ImportMarkerWrong, line), (problem.Code, problem.Where!.Line));
    }

    internal static ImportedFolder Read(params (string Name, string Text)[] files) =>
        FolderImport.Read("migrations", [.. files.Select(f => File(f.Name, f.Text))], new ImportOptions());

    internal static IReadOnlyList<Diagnostic> Refused(params (string Name, string Text)[] files) =>
        Assert.Throws<DiagnosticException>(() => Read(files)).Diagnostics;

    private static SourceText File(string name, string text) => new("/old/" + name, name, text);
}
