using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;
using static Hotline.Migrate.Core.Tests.Diffing.Model;

namespace Hotline.Migrate.Core.Tests.Diffing;

public sealed class RenameTests
{
    private static readonly Table Users = Table("users", Id, Column("mail", "text"), Column("age", "integer"));
    private static readonly Table Mailed = Table("users", Id, Column("email", "text"), Column("age", "integer"));

    [Fact]
    public void A_column_that_may_have_been_renamed_is_a_question_and_nothing_is_dropped()
    {
        var diff = SchemaDiffer.Diff(Database(Users), Database(Mailed));

        var question = Assert.Single(diff.Questions);
        Assert.Equal((RenameKind.Column, "users.mail"), (question.Kind, question.Old));
        Assert.Equal(["users.email"], question.Candidates);
        var finding = Assert.Single(diff.Findings);
        Assert.Equal((DiagnosticCodes.PossibleRename, "users", "email"), (finding.Diagnostic.Code, finding.Name.Name, finding.Member));
        Assert.Contains("--rename users.mail=users.email", finding.Diagnostic.NextActions[0], StringComparison.Ordinal);
        Assert.True(diff.HasErrors);
        Assert.Empty(diff.Losses);
    }

    [Theory]
    [InlineData("users.mail=email")]
    [InlineData("users.mail=users.email")]
    public void An_answer_makes_it_a_rename(string answer)
    {
        var diff = SchemaDiffer.Diff(Database(Users), Database(Mailed), DiffAnswers.Parse([answer], []));

        Assert.Empty(diff.Diagnostics);
        Assert.Equal(new RenameColumn(Name("users"), "mail", "email"), Assert.Single(diff.Operations));
        Assert.Equal(new RenameColumn(Name("users"), "email", "mail"), Assert.Single(diff.Reverse));
    }

    [Theory]
    [InlineData("ta=ble", "ta=2", "ta=ble=ta=2")]
    [InlineData("a=b", "b=c", "a=b=b=c")]
    [InlineData("my.table", "my.other", "my.table=my.other")]
    public void An_answer_with_an_odd_name_is_understood_as_it_is_proposed(string old, string @new, string answer)
    {
        var from = Database(Table(old, Id, Column("x=y", "text"), Column("a.b", "integer")));
        var to = Database(Table(@new, Id, Column("x=z", "text"), Column("a.c", "integer")));
        string[] columns = [$"{old}.x=y=x=z", $"{@new}.a.b={@new}.a.c"];

        var asked = Assert.Single(SchemaDiffer.Diff(from, Database(Table(@new, Id, Column("x=y", "text"), Column("a.b", "integer")))).Findings);
        Assert.Contains("--rename " + answer + ".", asked.Diagnostic.NextActions[0], StringComparison.Ordinal);
        var diff = SchemaDiffer.Diff(from, to, DiffAnswers.Parse([answer, .. columns], []));

        Assert.Empty(diff.Diagnostics);
        Assert.Equal(
            [nameof(RenameTable), nameof(RenameColumn), nameof(RenameColumn), nameof(RenameConstraint)],
            diff.Operations.Select(o => o.GetType().Name));
    }

    [Fact]
    public void An_answer_makes_it_a_drop()
    {
        var to = Table("users", Id, Column("email", "text", nullable: true), Column("age", "integer"));

        var diff = SchemaDiffer.Diff(Database(Users), Database(to), DiffAnswers.Parse([], ["users.mail"]));

        Assert.Empty(diff.Diagnostics);
        Assert.Collection(diff.Operations, o => Assert.IsType<AddColumn>(o), o => Assert.IsType<DropColumn>(o));
    }

    [Theory]
    [InlineData("users.mail=users.phone")]
    [InlineData("users.nothing=users.email")]
    public void An_answer_that_fits_nothing_is_an_error(string answer)
    {
        var diff = SchemaDiffer.Diff(Database(Users), Database(Mailed), DiffAnswers.Parse([answer], []));

        Assert.Contains(diff.Diagnostics, d => d.Code == DiagnosticCodes.RenameAnswerUnknown && d.Summary.Contains(answer, StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_is_no_rename_is_refused()
    {
        var error = Assert.Throws<DiagnosticException>(() => DiffAnswers.Parse(["users.mail"], []));

        Assert.Equal(DiagnosticCodes.RenameAnswerInvalid, error.Diagnostics[0].Code);
    }

    [Fact]
    public void Another_type_is_no_question()
    {
        var diff = SchemaDiffer.Diff(Database(Users), Database(Table("users", Id, Column("born", "date", nullable: true), Column("age", "integer"))));

        Assert.Empty(diff.Questions);
        Assert.Single(diff.Losses);
    }

    [Fact]
    public void A_hint_is_followed_once_and_ignored_when_it_is_done()
    {
        var hinted = Database(Users with { Columns = [Id, Column("email", "text") with { RenamedFrom = "mail" }, Column("age", "integer")] });

        Assert.IsType<RenameColumn>(Assert.Single(SchemaDiffer.Diff(Database(Users), hinted).Operations));
        Assert.True(SchemaDiffer.Diff(Database(Mailed), hinted).IsEmpty);
        Assert.IsType<CreateTable>(Assert.Single(SchemaDiffer.Diff(DatabaseSchema.Empty, hinted).Operations));
    }

    [Fact]
    public void A_hint_is_ignored_when_the_old_name_is_in_use_again()
    {
        Column[] columns = [Id, Column("email", "text") with { RenamedFrom = "mail" }, Column("mail", "text")];

        Assert.True(SchemaDiffer.Diff(Database(Table("users", columns)), Database(Table("users", columns))).IsEmpty);
    }

    [Fact]
    public void A_rename_to_a_name_that_is_there_is_a_conflict()
    {
        var diff = SchemaDiffer.Diff(
            Database(Table("users", Id, Column("mail", "text"), Column("email", "text"))),
            Database(Table("users", Id, Column("email", "text") with { RenamedFrom = "mail" })));

        Assert.Equal(DiagnosticCodes.RenameConflict, Assert.Single(diff.Diagnostics).Code);
        Assert.Empty(diff.Losses);
    }

    [Fact]
    public void A_table_that_may_have_been_renamed_is_a_question()
    {
        var diff = SchemaDiffer.Diff(Database(Users), Database(Users with { Name = Name("members") }));

        var question = Assert.Single(diff.Questions);
        Assert.Equal((RenameKind.Table, "users"), (question.Kind, question.Old));
        Assert.Equal(["members"], question.Candidates);
        Assert.Empty(diff.Losses);
    }

    [Fact]
    public void A_table_that_moved_to_another_schema_is_a_question()
    {
        var diff = SchemaDiffer.Diff(Database(Users), Database(Users with { Name = Name("crm.users") }));

        Assert.Equal(["crm.users"], Assert.Single(diff.Questions).Candidates);
    }

    [Fact]
    public void An_enum_and_a_label_are_questions()
    {
        var renamed = SchemaDiffer.Diff(Database(Enum("mood", "sad", "ok")), Database(Enum("feeling", "sad", "ok")));
        var label = SchemaDiffer.Diff(Database(Enum("mood", "sad", "ok")), Database(Enum("mood", "blue", "ok")));

        Assert.Equal(RenameKind.Enum, Assert.Single(renamed.Questions).Kind);
        Assert.Equal((RenameKind.Label, "mood.sad"), (Assert.Single(label.Questions).Kind, label.Questions[0].Old));
        Assert.DoesNotContain(label.Operations, o => o is ReplaceEnumType);
    }

    [Fact]
    public void A_renamed_label_is_no_rewrite()
    {
        var diff = SchemaDiffer.Diff(
            Database(Enum("mood", "sad", "a=b"), Table("t", Id, Column("m", "mood") with { Default = "'a=b'::mood" })),
            Database(Enum("mood", "sad", "c") with { RenamedLabels = ["a=b=c"] }, Table("t", Id, Column("m", "mood") with { Default = "'c'" })));

        Assert.Equal(new RenameEnumValue(Name("mood"), "a=b", "c"), Assert.Single(diff.Operations));
    }

    [Fact]
    public void Names_that_follow_a_table_are_renamed_with_it()
    {
        var old = Users with { Uniques = [new UniqueConstraint { Name = "users_mail_key", Columns = ["mail"] }], Indexes = [Index("users_age_idx", "age")] };
        var renamed = old with
        {
            Name = Name("members"),
            RenamedFrom = Name("users"),
            PrimaryKey = old.PrimaryKey! with { Name = "members_pkey" },
            Uniques = [old.Uniques[0] with { Name = "members_mail_key" }],
            Indexes = [old.Indexes[0] with { Name = "members_age_idx" }],
        };

        Assert.Equal(
            """
            -- hm:upgrade
            ALTER TABLE users RENAME TO members;

            ALTER INDEX users_age_idx RENAME TO members_age_idx;

            ALTER TABLE members RENAME CONSTRAINT users_mail_key TO members_mail_key;

            ALTER TABLE members RENAME CONSTRAINT users_pkey TO members_pkey;

            -- hm:downgrade
            ALTER TABLE members RENAME TO users;

            ALTER INDEX members_age_idx RENAME TO users_age_idx;

            ALTER TABLE users RENAME CONSTRAINT members_mail_key TO users_mail_key;

            ALTER TABLE users RENAME CONSTRAINT members_pkey TO users_pkey;

            """,
            Sql(Database(old), Database(renamed)));
    }
}
