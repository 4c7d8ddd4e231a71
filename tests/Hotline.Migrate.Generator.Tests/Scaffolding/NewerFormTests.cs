using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Tests.Scaffolding;

/// <summary>What only newer servers have is said by classes on any machine.</summary>
public sealed class NewerFormTests
{
    private static readonly Table Rates = new()
    {
        Name = QualifiedName.Of("rates"),
        Columns =
        [
            new Column { Name = "room_id", Type = "integer" },
            new Column { Name = "during", Type = "daterange" },
            new Column { Name = "code", Type = "text" },
            new Column { Name = "price", Type = "integer" },
            new Column { Name = "doubled", Type = "integer", Nullable = true, Generated = new GeneratedColumn("price * 2", Virtual: true) },
        ],
        PrimaryKey = new PrimaryKey { Name = "rates_pkey", Columns = ["room_id", "during"], WithoutOverlaps = true },
        Uniques = [new UniqueConstraint { Name = "one_code", Columns = ["code", "during"], WithoutOverlaps = true }],
        Checks = [new CheckConstraint { Name = "rates_price_check", Expression = "price > 0", NotEnforced = true }],
    };

    private static readonly Table Stays = new()
    {
        Name = QualifiedName.Of("stays"),
        Columns =
        [
            new Column { Name = "id", Type = "uuid" },
            new Column { Name = "room_id", Type = "integer" },
            new Column { Name = "during", Type = "daterange" },
            new Column { Name = "before_id", Type = "uuid", Nullable = true },
        ],
        PrimaryKey = new PrimaryKey { Name = "stays_pkey", Columns = ["id"] },
        ForeignKeys =
        [
            new ForeignKey
            {
                Name = "stays_before_id_fkey", Columns = ["before_id"], References = QualifiedName.Of("stays"), ReferencedColumns = ["id"], NotEnforced = true,
            },
            new ForeignKey
            {
                Name = "stays_room_id_during_fkey", Columns = ["room_id", "during"], References = QualifiedName.Of("rates"), ReferencedColumns = ["room_id", "during"], Period = true,
            },
        ],
    };

    private static readonly DatabaseSchema Database = DatabaseSchema.Of([new Extension { Name = QualifiedName.Of("btree_gist") }, Rates, Stays]);

    [Fact]
    public async Task A_scaffold_of_temporal_keys_and_of_what_nobody_enforces_differs_in_nothing()
    {
        var model = await ScaffoldedModel.OfAsync(Database);

        Assert.Equal("", model.DifferenceFrom(Database));
        Assert.Equal("", model.DescriptorsThatDiffer(Database));
        Assert.Empty(model.Scaffold.LeftOut);
    }

    [Theory]
    [InlineData("[PrimaryKey(nameof(RoomId), nameof(During), WithoutOverlaps = true)]")]
    [InlineData("[Unique(nameof(Code), nameof(During), Name = \"one_code\", WithoutOverlaps = true)]")]
    [InlineData("[References(typeof(Rate), nameof(RoomId), nameof(During), Period = true)]")]
    [InlineData("[References(typeof(Stay), NotEnforced = true)]")]
    [InlineData("[Check(\"price > 0\", NotEnforced = true)]")]
    [InlineData("[Generated(\"price * 2\", Virtual = true)]")]
    public async Task An_attribute_says_it(string attribute)
    {
        var model = await ScaffoldedModel.OfAsync(Database);

        Assert.Contains(model.Scaffold.Files, f => f.Text.Contains(attribute, StringComparison.Ordinal));
    }
}
