using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Core.Tests.Migrations;

public sealed class DataLossesTests
{
    [Theory]
    [InlineData("DROP TABLE users", "drops table users")]
    [InlineData("drop table if exists audit.\"Log\", b cascade", "drops table audit.\"Log\", b")]
    [InlineData("DROP SCHEMA audit CASCADE", "drops schema audit")]
    [InlineData("DROP OWNED BY migrator", "drops owned by migrator")]
    [InlineData("DROP TYPE mood CASCADE", "drops type mood and what uses it")]
    [InlineData("TRUNCATE ONLY users", "empties table users")]
    [InlineData("DELETE FROM users", "empties table users")]
    [InlineData("ALTER TABLE users DROP COLUMN phone", "drops column users.phone")]
    [InlineData("ALTER TABLE IF EXISTS ONLY public.users DROP IF EXISTS phone CASCADE", "drops column public.users.phone")]
    [InlineData("ALTER TABLE u ADD c int DEFAULT f(1, 2), DROP a, DROP COLUMN \"b c\"", "drops column u.a, u.\"b c\"")]
    [InlineData("/* why */ DROP -- so\n TABLE t", "drops table t")]
    public void Statements_that_destroy_rows_are_found(string sql, string expected)
    {
        var note = Assert.Single(DataLosses.Of(Section(sql + ";")));

        Assert.Equal(expected, note.Text);
        Assert.NotNull(note.Where);
    }

    [Theory]
    [InlineData("DROP INDEX i")]
    [InlineData("DROP TYPE mood")]
    [InlineData("DROP VIEW v CASCADE")]
    [InlineData("ALTER TABLE u DROP CONSTRAINT c, ALTER COLUMN x DROP NOT NULL, ALTER y DROP DEFAULT")]
    [InlineData("DELETE FROM users WHERE id = 1")]
    [InlineData("COMMENT ON TABLE t IS 'DROP TABLE t'")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ DROP TABLE t $$")]
    [InlineData("INSERT INTO log VALUES ('TRUNCATE')")]
    public void Statements_that_keep_rows_are_not(string sql) => Assert.Empty(DataLosses.Of(Section(sql + ";")));

    [Fact]
    public void A_generated_comment_tells_what_its_statement_does_not_show()
    {
        var section = Section("-- data loss: users.name is cut to 10 characters\nALTER TABLE users ALTER COLUMN name TYPE varchar(10);");

        Assert.Equal("users.name is cut to 10 characters", Assert.Single(DataLosses.Of(section)).Text);
    }

    [Fact]
    public void What_a_table_of_the_same_run_loses_was_nobody_s_data()
    {
        var losses = DataLosses.Of(
        [
            Section("CREATE TABLE Users (first_name text); CREATE UNLOGGED TABLE cache (x int); CREATE TABLE IF NOT EXISTS kept (x int);"),
            Section("ALTER TABLE users DROP COLUMN first_name; TRUNCATE cache; DROP TABLE kept; TRUNCATE cache CASCADE;"),
        ]);

        Assert.Equal(["drops table kept", "empties table cache"], losses.Select(loss => loss.Text));
    }

    [Theory]
    [InlineData("-- hm:ignore HM1002 reason: full_name holds it", 0)]
    [InlineData("-- hm:ignore HM1001 reason: another rule", 1)]
    [InlineData("-- hm:ignore HM1002", 1)]
    public void An_author_answers_for_a_loss_with_its_code_and_a_reason(string directive, int losses) =>
        Assert.Equal(losses, DataLosses.Of(Section(directive + "\nALTER TABLE users DROP COLUMN first_name;")).Count);

    [Theory]
    [InlineData("DROP TABLE a, s.b", "a s.b")]
    [InlineData("ALTER TABLE a DROP COLUMN x, DROP y", "a.x a.y")]
    [InlineData("CREATE TABLE c (id int); DROP INDEX i; COMMENT ON TABLE a IS 'x'; SET LOCAL lock_timeout = '1s'; DELETE FROM a", "a")]
    [InlineData("DROP TABLE a CASCADE", "")]
    [InlineData("INSERT INTO b SELECT 1; DROP TABLE a", "")]
    [InlineData("SELECT fill(); DROP TABLE a", "")]
    [InlineData("ALTER TABLE b RENAME TO a; DROP TABLE a", "")]
    [InlineData("ALTER TABLE s.a SET SCHEMA public; DROP TABLE a", "")]
    [InlineData("SET search_path = s; DROP TABLE a", "")]
    public void Where_the_data_is_that_goes_is_told_where_nothing_before_can_have_moved_it(string sql, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Assert.Single(DataLosses.Of(Section(sql + ";"))).From.Select(f => f.Column is null ? f.Table : $"{f.Table}.{f.Column}")));

    [Fact]
    public void A_name_that_was_dropped_before_means_another_table() => Assert.Equal(
        [1, 0], DataLosses.Of(Section("DROP TABLE a; DROP TABLE a;")).Select(loss => loss.From.Count));

    private static MigrationSection Section(string sql) => MigrationFile.ParseSection("test.sql", sql);
}
