using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Schema;
using static Hotline.Migrate.Core.Tests.Diffing.Model;

namespace Hotline.Migrate.Core.Tests.Diffing;

/// <summary>Changes of types that PostgreSQL refuses while values are stored: they stop the draft and not the migration.</summary>
public sealed class TypesInUseTests
{
    private static readonly Domain Email = new() { Name = QualifiedName.Of("email"), Type = "text" };

    [Fact]
    public void The_type_of_a_stored_composite_types_field_cannot_change()
    {
        AssertRefused(
            [Place("integer"), Table("t", Id, Column("at", "place[]", nullable: true))],
            [Place("bigint"), Table("t", Id, Column("at", "place[]", nullable: true))],
            "PostgreSQL cannot change the type of place.x while t.at stores values of it.");
        Assert.Empty(SchemaDiffer.Diff(Database(Place("integer"), Table("t", Id)), Database(Place("bigint"), Table("t", Id))).Findings);
    }

    [Fact]
    public void A_domain_inside_stored_values_gets_no_condition() => AssertRefused(
        [Email, Holder(), Table("t", Id, Column("h", "holder", nullable: true))],
        [Email with { NotNull = true }, Holder(), Table("t", Id, Column("h", "holder", nullable: true))],
        "PostgreSQL cannot make values of the domain email satisfy something new while t.h has them inside values of another type.");

    [Fact]
    public void A_domain_that_another_type_is_made_of_gets_no_other_type() => AssertRefused(
        [Email, Holder()],
        [Email with { Type = "integer" }, Holder()],
        "The domain email has to be made anew, which PostgreSQL does not allow while the type holder is made of it.");

    private static void AssertRefused(SchemaObject[] from, SchemaObject[] to, string summary)
    {
        var diff = SchemaDiffer.Diff(Database(from), Database(to));

        var finding = Assert.Single(diff.Findings);
        Assert.Equal((DiagnosticCodes.ChangeNotSupported, summary), (finding.Diagnostic.Code, finding.Diagnostic.Summary));
        Assert.True(diff.HasErrors);
    }

    private static CompositeType Place(string type) => new() { Name = QualifiedName.Of("place"), Fields = [new CompositeField { Name = "x", Type = type }] };

    private static CompositeType Holder() => new() { Name = QualifiedName.Of("holder"), Fields = [new CompositeField { Name = "mail", Type = "email" }] };
}
