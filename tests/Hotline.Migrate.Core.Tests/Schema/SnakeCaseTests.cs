using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Core.Tests.Schema;

public sealed class SnakeCaseTests
{
    [Theory]
    [InlineData("Id", "id")]
    [InlineData("ID", "id")]
    [InlineData("UserId", "user_id")]
    [InlineData("UserID2", "user_id2")]
    [InlineData("UserIDs", "user_ids")]
    [InlineData("HTTPServer", "http_server")]
    [InlineData("MyHTTPServer", "my_http_server")]
    [InlineData("XMLHttpRequest", "xml_http_request")]
    [InlineData("URLs", "urls")]
    [InlineData("IsActive", "is_active")]
    [InlineData("AsIs", "as_is")]
    [InlineData("Address2Line", "address2_line")]
    [InlineData("A1B2", "a1_b2")]
    [InlineData("already_snake", "already_snake")]
    [InlineData("User_Name", "user_name")]
    [InlineData("_Private", "_private")]
    [InlineData("X", "x")]
    [InlineData("ÄrgerÜber", "ärger_über")]
    [InlineData("", "")]
    public void Words_become_lower_case_with_underscores(string name, string expected) => Assert.Equal(expected, SnakeCase.Of(name));

    [Fact]
    public void The_culture_has_no_say()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("tr-TR");
            Assert.Equal("user_id", SnakeCase.Of("UserID"));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
