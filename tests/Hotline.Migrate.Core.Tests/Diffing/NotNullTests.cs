using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Schema;
using static Hotline.Migrate.Core.Tests.Diffing.Model;

namespace Hotline.Migrate.Core.Tests.Diffing;

public sealed class NotNullTests
{
    [Fact]
    public void A_new_column_needs_a_value_for_rows_that_are_there()
    {
        var diff = SchemaDiffer.Diff(Database(Table("users", Id)), Database(Table("users", Id, Column("name", "text"))));

        var finding = Assert.Single(diff.Findings);
        Assert.Equal((DiagnosticCodes.BackfillMissing, "users", "name"), (finding.Diagnostic.Code, finding.Name.Name, finding.Member));
        Assert.True(diff.HasErrors);
    }

    [Fact]
    public void A_column_of_a_new_table_needs_none()
    {
        Assert.Empty(SchemaDiffer.Diff(DatabaseSchema.Empty, Database(Table("users", Id, Column("name", "text")))).Findings);
    }

    [Fact]
    public void A_backfill_fills_the_column_before_it_becomes_not_null()
    {
        var from = Database(Table("users", Id, Column("first_name", "text"), Column("last_name", "text")));
        var to = Database(Table("users", Id, Column("full_name", "text") with { Backfill = "first_name || ' ' || last_name" }));

        Assert.Equal(
            """
            -- hm:upgrade
            ALTER TABLE users ADD COLUMN full_name text;

            UPDATE users SET full_name = first_name || ' ' || last_name;

            ALTER TABLE users ALTER COLUMN full_name SET NOT NULL;

            -- data loss: the values of users.first_name
            ALTER TABLE users DROP COLUMN first_name;

            -- data loss: the values of users.last_name
            ALTER TABLE users DROP COLUMN last_name;

            -- hm:downgrade
            -- structure only: the values of users.first_name do not come back
            ALTER TABLE users ADD COLUMN first_name text DEFAULT '' NOT NULL;

            ALTER TABLE users ALTER COLUMN first_name DROP DEFAULT;

            -- structure only: the values of users.last_name do not come back
            ALTER TABLE users ADD COLUMN last_name text DEFAULT '' NOT NULL;

            ALTER TABLE users ALTER COLUMN last_name DROP DEFAULT;

            -- data loss: the values of users.full_name
            ALTER TABLE users DROP COLUMN full_name;

            """,
            Sql(from, to));
    }

    [Fact]
    public void A_column_that_becomes_not_null_takes_its_default_for_null()
    {
        var age = Column("age", "integer", nullable: true) with { Default = "0" };

        var sql = Sql(Database(Table("users", Id, age)), Database(Table("users", Id, age with { Nullable = false })));

        Assert.Contains("UPDATE users SET age = 0 WHERE age IS NULL;", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_becomes_not_null_needs_something_for_null()
    {
        var age = Column("age", "integer", nullable: true);

        var diff = SchemaDiffer.Diff(Database(Table("users", Id, age)), Database(Table("users", Id, age with { Nullable = false })));

        Assert.Equal(DiagnosticCodes.BackfillMissing, Assert.Single(diff.Diagnostics).Code);
    }
}
