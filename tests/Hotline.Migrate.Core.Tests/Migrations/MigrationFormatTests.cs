using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Core.Tests.Migrations;

public sealed class MigrationFormatTests
{
    private const string Header = "-- migration: Test\n-- revision:  a1\n\n";

    [Fact]
    public void Header_lists_are_separated_by_commas_or_blanks()
    {
        var migration = Parse("""
            -- migration:  Merge: a and b
            -- revision:   r1
            -- parents:    a1, b2
            -- depends_on: x, core y
            -- labels:     main
            -- created:    2026-11-22T12:15:00+02:00

            -- hm:upgrade
            -- hm:downgrade
            """);

        Assert.Equal("Merge: a and b", migration.Message);
        Assert.Equal(["a1", "b2"], migration.Parents);
        Assert.Equal(["x", "core", "y"], migration.DependsOn);
        Assert.Equal(["main"], migration.Labels);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 15, 0, TimeSpan.Zero), migration.Created);
    }

    [Theory]
    [InlineData("--migration:Test\n--revision:a1\n--hm:upgrade\nSELECT 1\n--hm:downgrade")]
    [InlineData("\n\n-- migration: Test\r\n--\r\n-- ----\r\n-- revision: a1\r\n\r\n-- hm:upgrade\r\nSELECT 1;\r\n-- hm:downgrade\r\n")]
    [InlineData("\uFEFF-- revision: a1\r-- migration: Test\r-- hm:upgrade\rSELECT 1;\r-- hm:downgrade\r")]
    [InlineData("-- revision: a1\n-- migration: Test\n-- parents: base\n\n-- a comment: of the file\n\n-- hm:downgrade\n-- hm:upgrade\n  SELECT 1 ; -- one\n")]
    [InlineData("-- revision: a1\n-- migration: Test\n-- parents:\n\n/* -- hm:upgrade */\n\t-- HM:upgrade\t\nSELECT 1\n/*;*/\n-- hm:downgrade\n;")]
    public void Blanks_line_ends_and_order_do_not_matter(string text)
    {
        var migration = Parse(text);

        Assert.Equal(("a1", "Test"), (migration.Revision, migration.Message));
        Assert.Empty(migration.Parents);
        Assert.Equal(["SELECT 1"], Sql(migration.Upgrade));
        Assert.Empty(migration.Downgrade.Steps);
    }

    [Theory]
    [InlineData("", "HM0200 x.sql:1:1")]
    [InlineData("SELECT 1;", "HM0200 x.sql:1:1")]
    [InlineData("-- just a comment\nSELECT 1;", "HM0200 x.sql:1:1")]
    [InlineData("/* migration: x */\nSELECT 1;", "HM0200 x.sql:1:1")]
    [InlineData("-- revision: a1\n-- what it does", "HM0201 x.sql:2:4")]
    [InlineData("-- revision: a1\n-- revison: a1", "HM0202 x.sql:2:4 Did you mean 'revision'?")]
    [InlineData("-- revision: a1\n-- Parents: a1", "HM0202 x.sql:2:4 Did you mean 'parents'?")]
    [InlineData("-- revision: a1\n-- revision: a1", "HM0203 x.sql:2:4")]
    [InlineData("-- migration: Test", "HM0204 x.sql:1:1")]
    [InlineData("-- revision:\n-- migration: Test", "HM0204 x.sql:1:1")]
    [InlineData("-- revision: a1\n-- created: yesterday", "HM0205 x.sql:2:13")]
    [InlineData("-- revision: a1\n-- hash: 123", "HM0205 x.sql:2:10")]
    [InlineData("-- revision: a1\n-- hash: h2:0123456789012345678901234567890123456789012345678901234567890123", "HM0205 x.sql:2:10")]
    [InlineData("-- revision: a1\n-- parents: b1, b1", "HM0205 x.sql:2:13")]
    [InlineData("-- revision: a-1", "HM0206 x.sql:1:14")]
    [InlineData("-- revision: head", "HM0206 x.sql:1:14")]
    [InlineData("-- revision: a1\n-- parents:   b1, x@y", "HM0206 x.sql:2:15")]
    [InlineData("-- revision: a1\n-- labels: current", "HM0206 x.sql:2:12")]
    public void A_wrong_header_is_refused_with_its_place(string text, string expected) => Assert.Equal(expected, Refusal(text, expected.Length > 24));

    [Theory]
    [InlineData("-- hm:upgrad", "HM0207 x.sql:4:1 Did you mean 'hm:upgrade'?")]
    [InlineData("-- hm:upgrade\n-- hm:frobnicate", "HM0207 x.sql:5:1 Use one of: hm:upgrade, hm:downgrade, hm:code, hm:no-transaction, hm:step, hm:batch, hm:ignore.")]
    [InlineData("-- hm:upgrade\n-- hm: step a", "HM0207 x.sql:5:1 Use one of: hm:upgrade, hm:downgrade, hm:code, hm:no-transaction, hm:step, hm:batch, hm:ignore.")]
    [InlineData("-- hm:upgrade\n-- hm:no-transactions", "HM0207 x.sql:5:1 Did you mean 'hm:no-transaction'?")]
    [InlineData("SELECT 1;", "HM0208 x.sql:4:1 Put it behind '-- hm:upgrade' or '-- hm:downgrade'.")]
    [InlineData("-- hm:step a", "HM0208 x.sql:4:1 Put it behind '-- hm:upgrade' or '-- hm:downgrade'.")]
    [InlineData("-- hm:upgrade\n-- hm:upgrade", "HM0208 x.sql:5:1 Put their statements into one.")]
    [InlineData("-- hm:upgrade\nDELETE FROM t\n-- hm:step a\nWHERE id = 1;", "HM0208 x.sql:6:1 End the statement with a semicolon before the directive, or move the directive before it.")]
    [InlineData("-- hm:upgrade\nSELECT 1; -- hm:step a\n", "HM0208 x.sql:5:11 Put it on a line of its own before the statement that it is about.")]
    [InlineData("-- hm:upgrade\n-- hm:batch key=id\n-- hm:code A.B", "HM0208 x.sql:5:1 Put it directly before the UPDATE or DELETE that it is about.")]
    [InlineData("-- hm:upgrade\n-- hm:batch key=id\n-- hm:downgrade", "HM0208 x.sql:5:1 Put it directly before the UPDATE or DELETE that it is about.")]
    [InlineData("-- hm:upgrade\n-- hm:ignore HM1001\n-- hm:downgrade", "HM0208 x.sql:5:1 Put it before the statement that it is about, or delete it.")]
    [InlineData("-- hm:upgrade\nSELECT 1;\n-- hm:no-transaction\n", "HM0208 x.sql:6:1 Put it directly behind '-- hm:step name', or before the first statement for the whole section.")]
    [InlineData("-- hm:upgrade now", "HM0209 x.sql:4:1 Write '-- hm:upgrade'.")]
    [InlineData("-- hm:upgrade\n-- hm:step", "HM0209 x.sql:5:1 Write '-- hm:step name'.")]
    [InlineData("-- hm:upgrade\n-- hm:step a\nSELECT 1;\n-- hm:step a\nSELECT 2;", "HM0209 x.sql:7:1 Give each step a name of its own.")]
    [InlineData("-- hm:upgrade\n-- hm:code My Type", "HM0209 x.sql:5:1 Write '-- hm:code Namespace.Type'.")]
    [InlineData("-- hm:upgrade\n-- hm:code", "HM0209 x.sql:5:1 Write '-- hm:code Namespace.Type'.")]
    [InlineData("-- hm:upgrade", "HM0210 x.sql Add the line '-- hm:downgrade', with what undoes the upgrade behind it; with nothing behind it where nothing is to be undone.")]
    [InlineData("-- hm:downgrade", "HM0210 x.sql Add the line '-- hm:upgrade' before the statements that bring a database to this revision.")]
    [InlineData("-- hm:upgrade\nSELECT 'it's';\n\n-- hm:downgrade\nSELECT 'y';", "HM0211 x.sql:8:10 Close what is opened here.")]
    [InlineData("-- hm:upgrade\nSELECT 'oops;\n\n-- hm:downgrade\nSELECT 1;'", "HM0210 x.sql:5:8 Add the line '-- hm:downgrade', with what undoes the upgrade behind it; with nothing behind it where nothing is to be undone.")]
    [InlineData("-- hm:upgrade\nCREATE TABLE t (a int;\n-- hm:downgrade", "HM0211 x.sql:5:16 Close the parenthesis before the statement's semicolon.")]
    [InlineData("-- hm:upgrade\n\\restrict x\n-- hm:downgrade", "HM0212 x.sql:5:1 Delete the line: pg_dump writes it for psql alone.")]
    public void A_wrong_body_is_refused_with_its_place(string body, string expected) => Assert.Equal(expected, Refusal(Header + body, withAction: true));

    [Theory]
    [InlineData("size=10", "hm:batch needs the key to walk along.")]
    [InlineData("key=", "hm:batch needs the key to walk along.")]
    [InlineData("key=a,,b", "hm:batch needs the key to walk along.")]
    [InlineData("key=id size=0", "size is a number from 1 to 1000000, not '0'.")]
    [InlineData("key=id size=1e3", "size is a number from 1 to 1000000, not '1e3'.")]
    [InlineData("key=id sleep=5", "sleep is a time such as 100ms or 2s, not '5'.")]
    [InlineData("key=id max-lag=10", "max-lag is a time such as 100ms or 2s, not '10'.")]
    [InlineData("key=id max-lag=1s max-lag=2s", "hm:batch has no 'max-lag', or has it twice.")]
    [InlineData("key=id speed=5", "hm:batch has no 'speed', or has it twice.")]
    [InlineData("key=id key=x", "hm:batch has no 'key', or has it twice.")]
    [InlineData("id", "'id' is not 'name=value'.")]
    public void A_wrong_batch_is_refused(string argument, string summary)
    {
        var problem = Problem($"{Header}-- hm:upgrade\n-- hm:batch {argument}\nDELETE FROM t;\n-- hm:downgrade");

        Assert.Equal("HM0209", problem.Code);
        Assert.Equal(summary, problem.Summary);
    }

    [Theory]
    [InlineData("HM1")]
    [InlineData("reason: because")]
    [InlineData("HM1001 because")]
    [InlineData("HM1001 until: soon")]
    public void A_wrong_ignore_is_refused(string argument) =>
        Assert.Equal("HM0209", Problem($"{Header}-- hm:upgrade\n-- hm:ignore {argument}\nDELETE FROM t;\n-- hm:downgrade").Code);

    [Fact]
    public void Steps_code_and_batches_come_in_the_order_of_the_file()
    {
        var section = Parse(Header + """
            -- hm:upgrade
            SELECT 1;
            -- hm:code App.Fill+Names
            SELECT 2;
            -- hm:step the index
            -- hm:no-transaction
            CREATE INDEX CONCURRENTLY i ON t (a);
            -- hm:batch size=100 key=tenant_id,id sleep=2s max-lag=10s
            UPDATE t SET a = 1;
            -- hm:step empty
            -- hm:step last
            COPY t FROM stdin;
            1
            \.
            -- hm:downgrade
            """).Upgrade;

        Assert.Equal(
            [(null, false, 3), ("the index", true, 2), ("last", false, 1)],
            section.Steps.Select(s => (s.Name, s.NoTransaction, s.Commands.Count)));
        Assert.Equal(new CodeCommand("App.Fill+Names", new("x.sql", 6, 1)), section.Steps[0].Commands[1]);
        Assert.Equal(
            new BatchCommand("UPDATE t SET a = 1", 100, ["tenant_id", "id"], TimeSpan.FromSeconds(2), new("x.sql", 12, 1)) { MaxLag = TimeSpan.FromSeconds(10) },
            section.Steps[1].Commands[1]);
        Assert.Equal(new CopyCommand("COPY t FROM stdin", "1\n", new("x.sql", 15, 1)), section.Steps[2].Commands[0]);
    }

    [Fact]
    public void No_transaction_before_the_first_step_is_for_the_whole_section()
    {
        var migration = Parse(Header + "-- hm:upgrade\n-- hm:no-transaction\nVACUUM;\n-- hm:step b\nVACUUM;\n-- hm:downgrade\nSELECT 1;");

        Assert.Equal([true, true], migration.Upgrade.Steps.Select(s => s.NoTransaction));
        Assert.False(Assert.Single(migration.Downgrade.Steps).NoTransaction);
    }

    [Fact]
    public void No_transaction_before_the_first_section_is_for_the_whole_file()
    {
        var migration = Parse(Header + "-- hm:no-transaction\n-- hm:upgrade\nVACUUM;\n-- hm:downgrade\nVACUUM;");

        Assert.True(Assert.Single(migration.Upgrade.Steps).NoTransaction);
        Assert.True(Assert.Single(migration.Downgrade.Steps).NoTransaction);
    }

    [Fact]
    public void Ignored_rules_go_with_the_command_behind_them()
    {
        var commands = Parse(Header + """
            -- hm:upgrade
            -- hm:ignore HM1002,HM5002 reason: the table is small, really until: 2027-01-31
            -- hm:ignore HM2001
            DROP TABLE t;
            SELECT 1;
            -- hm:downgrade
            """).Upgrade.Steps[0].Commands;

        Assert.Equal(
            [
                new IgnoredRule(["HM1002", "HM5002"], "the table is small, really", new(2027, 1, 31), new("x.sql", 5, 1)),
                new IgnoredRule(["HM2001"], null, null, new("x.sql", 6, 1)),
            ],
            commands[0].Ignored);
        Assert.Empty(commands[1].Ignored);
    }

    [Fact]
    public void A_quote_that_swallows_a_section_is_pointed_at()
    {
        var problem = Problem(Header + "-- hm:upgrade\nSELECT 'it's';\n-- hm:downgrade\nSELECT 'y';");

        Assert.Contains("What opens at x.sql:5:13 holds", problem.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Directives_inside_of_sql_are_text()
    {
        var migration = Parse(Header + """
            -- hm:upgrade
            SELECT '
            -- hm:downgrade
            ', $$
            -- hm:step a
            $$ /*
            -- hm:nonsense
            */;
            COPY t FROM stdin;
            -- hm:downgrade
            \.
            -- hm:downgrade
            """);

        Assert.Equal(2, Assert.Single(migration.Upgrade.Steps).Commands.Count);
    }

    [Fact]
    public void Each_section_begins_with_standard_strings()
    {
        var migration = Parse(Header + "-- hm:upgrade\nSET standard_conforming_strings = off;\nSELECT 'a\\';b';\n-- hm:downgrade\nSELECT 'a\\';\nSELECT 2;");

        Assert.Equal(2, Sql(migration.Upgrade).Length);
        Assert.Equal(["SELECT 'a\\'", "SELECT 2"], Sql(migration.Downgrade));
    }

    [Fact]
    public void A_local_setting_ends_with_its_step()
    {
        var migration = Parse(
            Header + "-- hm:upgrade\nSET LOCAL standard_conforming_strings = off;\nSELECT 'a\\';b';\n-- hm:step b\nSELECT 'a\\';\nSELECT 2;\n-- hm:downgrade");

        Assert.Equal([2, 2], migration.Upgrade.Steps.Select(s => s.Commands.Count));
    }

    [Fact]
    public void A_section_is_read_again_from_its_text_alone()
    {
        var migration = Parse(Header + "-- hm:upgrade\n-- hm:downgrade\n-- hm:step a\n-- hm:no-transaction\nVACUUM t;\n\n-- end");

        var section = MigrationFile.ParseSection("history", migration.Downgrade.Text);

        Assert.Equal("-- hm:step a\n-- hm:no-transaction\nVACUUM t;\n\n-- end", migration.Downgrade.Text);
        Assert.Equal(migration.Downgrade.Text, section.Text);
        var step = Assert.Single(section.Steps);
        Assert.Equal(("a", true), (step.Name, step.NoTransaction));
        Assert.Equal(new SqlCommand("VACUUM t", new("history", 3, 1)), Assert.Single(step.Commands));
    }

    [Fact]
    public void A_section_in_a_sections_text_is_refused() => Assert.Equal(
        "HM0208",
        Assert.Single(Assert.Throws<DiagnosticException>(() => MigrationFile.ParseSection("history", "-- hm:downgrade\n")).Diagnostics).Code);

    [Theory]
    [InlineData("a\r\nb", @"E'a\r")]
    [InlineData("a\u2028b\fc", "'a\u2028b\fc'")]
    public void A_comment_comes_through_a_file_as_it_is(string comment, string written)
    {
        var sql = string.Concat(SqlRenderer.Render(new SetComment(new CommentTarget("TABLE", QualifiedName.Of("calls")), null, comment)).Select(s => s.Sql));
        var text = MigrationFile.Write(new() { Revision = "a1", Message = "m" }, sql, "");

        Assert.Contains($"IS {written}", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void A_template_surrounds_what_is_written()
    {
        var template = new MigrationTemplate("-- Copyright {nobody}\n\n{header}\n\n-- hm:upgrade\nSET LOCAL x = '{message}';\n{upgrade}\n-- hm:downgrade\n{downgrade}\n");
        var text = MigrationFile.Write(new() { Revision = "a1", Message = "Put {upgrade} here" }, "SELECT 1;\r\nSELECT '{header}';\n", "", template);

        Assert.Equal("""
            -- Copyright {nobody}

            -- migration: Put {upgrade} here
            -- revision:  a1

            -- hm:upgrade
            SET LOCAL x = 'Put {upgrade} here';
            SELECT 1;
            SELECT '{header}';
            -- hm:downgrade

            """, text);
    }

    private static Migration Parse(string text) => MigrationFile.Parse("x.sql", text);

    private static string[] Sql(MigrationSection section) =>
        [.. section.Steps.SelectMany(s => s.Commands).OfType<SqlCommand>().Select(c => c.Sql)];

    private static Diagnostic Problem(string text)
    {
        var failure = Assert.Throws<DiagnosticException>(() => Parse(text));
        Assert.Equal(FailureKind.Usage, failure.Kind);
        return Assert.Single(failure.Diagnostics);
    }

    private static string Refusal(string text, bool withAction)
    {
        var problem = Problem(text);
        return $"{problem.Code} {problem.Where}{(withAction ? " " + Assert.Single(problem.NextActions) : "")}";
    }
}
