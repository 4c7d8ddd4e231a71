using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;
using static Hotline.Migrate.Core.Tests.Diffing.Model;

namespace Hotline.Migrate.Core.Tests.Diffing;

/// <summary>What <c>[RenamedFrom]</c> may say by mistake, and what is a rename without being told.</summary>
public sealed class RenameHintTests
{
    private static readonly Table Users = Table("users", Id, Column("mail", "text"), Column("age", "integer"));

    [Fact]
    public void Two_columns_cannot_both_be_the_old_one()
    {
        var diff = Diff(Users, Table("users", Id, Was("email", "mail"), Was("address", "mail"), Column("age", "integer")));

        var finding = Assert.Single(diff.Findings, f => f.Diagnostic.Code == DiagnosticCodes.RenameContradiction);
        Assert.Equal(("users", "address"), (finding.Name.Name, finding.Member));
        Assert.Contains("users.email and users.address both say that they were users.mail", finding.Diagnostic.Summary, StringComparison.Ordinal);
        Assert.True(diff.HasErrors);
    }

    [Fact]
    public void Names_in_a_circle_are_an_error_on_each_of_them()
    {
        Column[] columns = [Id, Was("b", "a"), Was("a", "b")];

        var diff = Diff(Table("t", Id, Column("a", "text"), Column("b", "text")), Table("t", columns));

        Assert.Equal(
            [(DiagnosticCodes.RenameContradiction, "b"), (DiagnosticCodes.RenameContradiction, "a")],
            diff.Findings.Select(f => (f.Diagnostic.Code, f.Member)));
    }

    [Fact]
    public void A_name_that_never_was_is_warned_of_with_the_one_that_was_meant()
    {
        var diff = Diff(Users, Table("users", Id, Was("born", "maill") with { Type = "date", Nullable = true }, Column("age", "integer")));

        var finding = Assert.Single(diff.Findings);
        Assert.Equal((DiagnosticCodes.RenameUnfounded, DiagnosticSeverity.Warning, "born"), (finding.Diagnostic.Code, finding.Diagnostic.Severity, finding.Member));
        Assert.Equal(["Was users.mail meant? Otherwise remove [RenamedFrom]."], finding.Diagnostic.NextActions);
    }

    [Fact]
    public void A_table_an_enum_and_a_label_that_never_were_are_warned_of()
    {
        var diff = SchemaDiffer.Diff(
            Database(Users, Enum("mood", "sad")),
            Database(
                Users,
                Table("calls", Id) with { RenamedFrom = Name("phones") },
                Enum("mood", "sad", "glad") with { RenamedLabels = ["happy=glad"] },
                Enum("kind", "a") with { RenamedFrom = Name("sort") }));

        Assert.Equal(
            [("calls", null), ("kind", null), ("mood", "glad")],
            diff.Findings.Where(f => f.Diagnostic.Code == DiagnosticCodes.RenameUnfounded).Select(f => (f.Name.Name, f.Member)).Order());
        Assert.False(diff.HasErrors);
    }

    [Fact]
    public void A_first_migration_may_have_old_names()
    {
        var diff = SchemaDiffer.Diff(DatabaseSchema.Empty, Database(
            Table("users", Id, Was("email", "mail")) with { RenamedFrom = Name("members") },
            Enum("mood", "sad") with { RenamedFrom = Name("feeling"), RenamedLabels = ["blue=sad"] }));

        Assert.Empty(diff.Findings);
    }

    [Fact]
    public void A_column_that_is_still_there_as_it_was_is_warned_of()
    {
        var diff = Diff(Users, Table("users", Id, Was("email", "mail"), Column("mail", "text") with { Nullable = true }, Column("age", "integer")));

        Assert.Contains(diff.Findings, f => (f.Diagnostic.Code, f.Member) == (DiagnosticCodes.RenameUnfounded, "email"));
        Assert.DoesNotContain(
            Diff(Users, Table("users", Id, Was("email", "mail"), Column("mail", "date") with { Nullable = true }, Column("age", "integer"))).Findings,
            f => f.Diagnostic.Code == DiagnosticCodes.RenameUnfounded);
    }

    [Fact]
    public void The_attribute_of_a_table_from_another_schema_names_it()
    {
        var diff = Diff(Users with { Name = Name("crm.members") }, Users);

        Assert.Contains("[RenamedFrom(\"members\", Schema = \"crm\")]", Assert.Single(diff.Diagnostics).NextActions[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Constraints_and_indexes_of_the_same_shape_are_renamed_without_a_question()
    {
        Table Named(string suffix) => Users with
        {
            PrimaryKey = Users.PrimaryKey! with { Name = "pk" + suffix },
            Uniques = [new UniqueConstraint { Name = "uq" + suffix, Columns = ["mail"] }],
            Checks = [new CheckConstraint { Name = "ck" + suffix, Expression = "age > 0" }],
            Exclusions = [new ExclusionConstraint { Name = "ex" + suffix, Method = "gist", Elements = ["age WITH ="] }],
            ForeignKeys = [new ForeignKey { Name = "fk" + suffix, Columns = ["age"], References = Users.Name, ReferencedColumns = ["id"] }],
            Indexes = [Index("ix" + suffix, "age")],
        };

        var diff = Diff(Named("_old"), Named("_new"));

        Assert.Empty(diff.Findings);
        Assert.Empty(diff.Losses);
        Assert.Equal(
            ["ck_old", "ex_old", "fk_old", "pk_old", "uq_old"],
            diff.Operations.OfType<RenameConstraint>().Select(o => o.Old).Order());
        Assert.Equal("ix_old", Assert.Single(diff.Operations.OfType<RenameIndex>()).Old);
        Assert.Equal(6, diff.Operations.Count);
        Assert.Equal(6, diff.Reverse.Count);
    }

    private static Column Was(string name, string before) => Column(name, "text") with { RenamedFrom = before };

    private static SchemaDiff Diff(Table from, Table to) => SchemaDiffer.Diff(Database(from), Database(to));
}
