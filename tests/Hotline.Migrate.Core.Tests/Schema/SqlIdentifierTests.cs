using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Core.Tests.Schema;

public sealed class SqlIdentifierTests
{
    [Theory]
    [InlineData("users", "users")]
    [InlineData("_a1", "_a1")]
    [InlineData("Users", "\"Users\"")]
    [InlineData("1st", "\"1st\"")]
    [InlineData("two words", "\"two words\"")]
    [InlineData("a.b", "\"a.b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("dollar$", "\"dollar$\"")]
    [InlineData("grün", "\"grün\"")]
    [InlineData("🐘", "\"🐘\"")]
    [InlineData("", "\"\"")]
    [InlineData("user", "\"user\"")]
    [InlineData("order", "\"order\"")]
    [InlineData("values", "\"values\"")]
    [InlineData("json_table", "\"json_table\"")]
    [InlineData("name", "name")]
    [InlineData("status", "status")]
    public void A_name_is_quoted_only_where_it_must_be(string name, string expected) => Assert.Equal(expected, SqlIdentifier.Quote(name));

    [Fact]
    public void The_default_schema_is_not_written()
    {
        Assert.Equal("users", SqlIdentifier.Quote(QualifiedName.Of("users")));
        Assert.Equal("crm.\"Users\"", SqlIdentifier.Quote(new QualifiedName("crm", "Users")));
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("", false)]
    [InlineData("a\0b", false)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaä", false)]
    public void A_valid_name_is_neither_empty_nor_cut(string name, bool expected) => Assert.Equal(expected, SqlIdentifier.IsValid(name));
}
