using Hotline.Migrate.Scaffolding;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Core.Tests.Scaffolding;

public sealed class CodeStyleTests
{
    [Theory]
    [InlineData("HTTPStatus", "HttpStatus")]
    [InlineData("userID", "UserId")]
    [InlineData("XMLDataURLs", "XmlDataUrls")]
    [InlineData("URL", "Url")]
    [InlineData("OrderItemId", "OrderItemId")]
    [InlineData("user_name", "UserName")]
    [InlineData("größe in cm", "GrößeInCm")]
    [InlineData("2nd", "_2nd")]
    public void A_property_is_in_pascal_case_with_acronyms_as_words(string column, string property)
    {
        var table = new Table { Name = QualifiedName.Of("things"), Columns = [new Column { Name = column, Type = "integer" }] };

        Assert.Contains($"    public int {property} {{ get; set; }}\n", Scaffold(table, "Models/Thing.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_with_a_label_stands_apart_from_its_neighbours()
    {
        var status = new EnumType { Name = QualifiedName.Of("status"), Labels = ["new", "open", "Shipped!", "2fast", "done", "lost"] };
        var table = new Table { Name = QualifiedName.Of("things"), Columns = [new Column { Name = "status", Type = "status" }] };

        Assert.EndsWith(
            """
            public enum Status
            {
                New,
                Open,

                [Label("Shipped!")]
                Shipped,

                [Label("2fast")]
                _2fast,

                Done,
                Lost,
            }

            """.ReplaceLineEndings("\n"),
            Scaffold(table, "Models/Status.cs", status),
            StringComparison.Ordinal);
    }

    private static string Scaffold(Table table, string path, params IEnumerable<SchemaObject> others) =>
        Scaffolder.Of(DatabaseSchema.Of([table, .. others]), new ScaffoldOptions { Namespace = "Shop.Models" }).Files.Single(f => f.Path == path).Text;
}
