using Hotline.Migrate.Schema;
using static Hotline.Migrate.Core.Tests.Diffing.Model;

namespace Hotline.Migrate.Core.Tests.Diffing;

/// <summary>Domains and composite types among the types and tables that they use and that use them.</summary>
public sealed class TypeOrderTests
{
    private static readonly Domain Email = new()
    {
        Name = Name("zz_email"),
        Type = "text",
        NotNull = true,
        Checks = [new CheckConstraint { Name = "zz_email_check", Expression = "VALUE LIKE '%@%'", Comment = "C" }],
    };

    private static readonly DatabaseSchema Schema = Database(
        Enum("z_mood", "ok", "sad"),
        Email,
        new Domain { Name = Name("work_email"), Type = "zz_email", Default = "'a@b'" },
        new CompositeType
        {
            Name = Name("contact"),
            Fields = [new CompositeField { Name = "mail", Type = "work_email[]", Comment = "F" }, new CompositeField { Name = "mood", Type = "z_mood" }],
        },
        Table("account", Id, Column("contact", "contact", nullable: true), Column("mails", "zz_email[]", nullable: true)));

    [Fact]
    public void A_type_comes_after_what_it_is_made_of_and_before_what_uses_it() => Assert.Equal(
        """
        -- hm:upgrade
        CREATE DOMAIN zz_email AS text NOT NULL
            CONSTRAINT zz_email_check CHECK (VALUE LIKE '%@%');

        COMMENT ON CONSTRAINT zz_email_check ON DOMAIN zz_email IS 'C';

        CREATE DOMAIN work_email AS zz_email DEFAULT 'a@b';

        CREATE TYPE z_mood AS ENUM ('ok', 'sad');

        CREATE TYPE contact AS (
            mail work_email[],
            mood z_mood
        );

        COMMENT ON COLUMN contact.mail IS 'F';

        CREATE TABLE account (
            id bigint GENERATED ALWAYS AS IDENTITY,
            contact contact,
            mails zz_email[],
            CONSTRAINT account_pkey PRIMARY KEY (id)
        );

        -- hm:downgrade
        -- data loss: all rows of account
        DROP TABLE account;

        DROP TYPE contact;

        DROP DOMAIN work_email;

        DROP TYPE z_mood;

        DROP DOMAIN zz_email;

        """,
        Sql(DatabaseSchema.Empty, Schema),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void Types_that_stay_the_same_are_no_difference() => Assert.True(Diff.IsEmpty);

    private static Hotline.Migrate.Diffing.SchemaDiff Diff => Hotline.Migrate.Diffing.SchemaDiffer.Diff(
        Schema,
        DatabaseSchema.Of(Schema.Objects.Select(o => o is Domain domain ? domain with { RenamedFrom = Name("before") } : o)));
}
