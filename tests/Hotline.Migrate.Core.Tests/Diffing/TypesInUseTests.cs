using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;
using static Hotline.Migrate.Core.Tests.Diffing.Model;

namespace Hotline.Migrate.Core.Tests.Diffing;

/// <summary>Changes of types that PostgreSQL refuses while values are stored: they stop the draft and not the migration.</summary>
public sealed class TypesInUseTests
{
    [Fact]
    public void A_field_with_stored_values_keeps_its_type_where_nothing_converts_them() => AssertRefused(
        [Place("boolean"), Table("t", Id, Column("at", "place[]", nullable: true))],
        [Place("date"), Table("t", Id, Column("at", "place[]", nullable: true))],
        "There is no expression that converts the values of place.x, and the type place has to be made anew.");

    [Fact]
    public void An_enum_keeps_its_labels_while_another_table_stores_rows_with_it() => AssertRefused(
        [Mood("ok", "sad"), Table("u", Column("m", "mood")), Table("t", Column("u", "u", nullable: true))],
        [Mood("ok"), Table("u", Column("m", "mood")), Table("t", Column("u", "u", nullable: true))],
        "The enum mood cannot lose 'sad' in place: t.u stores rows of u, which has a column of it.");

    [Fact]
    public void A_new_field_that_refuses_NULL_has_no_value_for_stored_records()
    {
        var sure = new Domain { Name = QualifiedName.Of("sure"), Type = "integer", NotNull = true };
        var becomes = Place("bigint");
        AssertRefused(
            [Place("integer"), sure, Table("t", Id, Column("at", "place", nullable: true))],
            [becomes with { Fields = [.. becomes.Fields, new CompositeField { Name = "y", Type = "sure" }] }, sure, Table("t", Id, Column("at", "place", nullable: true))],
            "There is no expression that converts the values of place.y, and the type place has to be made anew.");
    }

    [Fact]
    public void What_stands_in_the_way_of_the_way_back_alone_is_said_too()
    {
        var level = new Domain { Name = QualifiedName.Of("level"), Type = "integer" };
        var table = Table("t", Id, Column("n", "level[]") with { Generated = new GeneratedColumn("ARRAY[1]", false) });

        AssertRefused(
            [level with { Checks = [new CheckConstraint { Name = "c", Expression = "VALUE > 0" }] }, table],
            [level, table],
            "On the way back: The domain level has to be made anew, which PostgreSQL does not allow while the generated column t.n is of it.");
    }

    [Fact]
    public void Texts_are_read_as_records_only_where_the_order_of_the_fields_is_known()
    {
        var place = Place("integer");
        var more = place with { Fields = [new CompositeField { Name = "y", Type = "integer" }, .. place.Fields] };

        Assert.Empty(At("text", place, "place", place).Findings);
        Assert.Equal(DiagnosticCodes.TypeChangeImpossible, Assert.Single(At("text", place, "place", more).Findings).Diagnostic.Code);
        Assert.Empty(At("text", null, "place", place).Findings);
        Assert.Equal("NULL::place", Assert.Single(At("place", place, "text", null).Reverse.OfType<AlterColumn>()).Using);
    }

    [Fact]
    public void A_type_that_nothing_stores_changes_in_place() => Assert.IsType<AlterCompositeType>(
        Assert.Single(SchemaDiffer.Diff(Database(Place("boolean"), Table("t", Id)), Database(Place("integer"), Table("t", Id))).Operations));

    [Fact]
    public void A_column_keeps_its_type_while_another_one_stores_rows_of_its_table() => AssertRefused(
        [Table("u", Column("a", "integer")), Table("t", Column("u", "u", nullable: true))],
        [Table("u", Column("a", "bigint")), Table("t", Column("u", "u", nullable: true))],
        "The type of u.a cannot change while t.u stores rows of u.");

    [Fact]
    public void An_enum_that_a_table_is_partitioned_by_loses_no_label() => AssertRefused(
        [Mood("ok", "sad"), Partitioned()],
        [Mood("ok"), Partitioned()],
        "The enum mood cannot lose 'sad' in place: the table t is partitioned by a column of it.");

    [Fact]
    public void A_label_that_cannot_be_taken_away_again_is_said_to_stay()
    {
        var diff = SchemaDiffer.Diff(Database(Mood("ok"), Partitioned()), Database(Mood("ok", "sad"), Partitioned()));

        Assert.Equal(Reversibility.Impossible, diff.Reversibility);
        Assert.Empty(diff.Reverse);
    }

    private static void AssertRefused(SchemaObject[] from, SchemaObject[] to, string summary)
    {
        var diff = SchemaDiffer.Diff(Database(from), Database(to));

        var finding = Assert.Single(diff.Findings);
        Assert.Equal((DiagnosticCodes.ChangeNotSupported, summary), (finding.Diagnostic.Code, finding.Diagnostic.Summary));
        Assert.NotEmpty(finding.Diagnostic.NextActions);
        Assert.True(diff.HasErrors);
    }

    private static SchemaDiff At(string old, CompositeType? oldPlace, string @new, CompositeType? newPlace) => SchemaDiffer.Diff(
        Database([.. oldPlace is null ? Array.Empty<SchemaObject>() : [oldPlace], Table("t", Id, Column("at", old, nullable: true))]),
        Database([.. newPlace is null ? Array.Empty<SchemaObject>() : [newPlace], Table("t", Id, Column("at", @new, nullable: true))]));

    private static CompositeType Place(string type) => new() { Name = QualifiedName.Of("place"), Fields = [new CompositeField { Name = "x", Type = type }] };

    private static EnumType Mood(params string[] labels) => new() { Name = QualifiedName.Of("mood"), Labels = [.. labels] };

    private static Table Partitioned() => Table("t", Column("m", "mood")) with { Partitioning = new Partitioning("LIST", ["m"]) };
}
