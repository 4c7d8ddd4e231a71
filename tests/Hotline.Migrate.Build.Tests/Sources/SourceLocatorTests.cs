using System.Globalization;
using Hotline.Migrate.Build.Sources;

namespace Hotline.Migrate.Build.Tests.Sources;

public sealed class SourceLocatorTests : IDisposable
{
    private readonly TestDirectory folder = new("build");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Finds_a_class_and_its_property()
    {
        Write("User.cs", """
            namespace App.Models;

            public class User
            {
                public long Id { get; set; }
                public required string Name { get; init; }
            }
            """);

        Assert.Equal("User.cs:3:14", Find("App.Models.User"));
        Assert.Equal("User.cs:6:28", Find("App.Models.User", "Name"));
    }

    [Theory]
    [InlineData("Open", "State.cs:3:21")]
    [InlineData("Paid", "State.cs:3:40")]
    [InlineData("Lost", "State.cs:3:50")]
    [InlineData("New", "State.cs:3:13")]
    public void Finds_the_members_of_an_enum(string member, string place)
    {
        Write("State.cs", """
            namespace App;

            public enum State { Open, [Label("p")] Paid = 3, Lost }
            """);

        Assert.Equal(place, Find("App.State", member));
    }

    [Fact]
    public void Comments_and_strings_are_no_declarations()
    {
        Write("User.cs", """"
            namespace App;
            // class User
            /* class User { public string Name { get; set; } } */
            public class Other { string a = "class User"; string b = @"class User ""x"; char c = '"'; string d = """class User"""; }
            public class User { public string? Name { get; set; } }
            """");

        Assert.Equal("User.cs:5:14", Find("App.User"));
        Assert.Equal("User.cs:5:36", Find("App.User", "Name"));
    }

    [Fact]
    public void The_namespace_tells_classes_of_one_name_apart()
    {
        Write("A.cs", "namespace App.A { class User { } }");
        Write("B.cs", "namespace App.B { class User { } }");

        Assert.Equal("B.cs:1:25", Find("App.B.User"));
    }

    [Fact]
    public void A_property_is_found_in_any_part_of_a_partial_class()
    {
        Write("User.cs", "namespace App; partial class User { public int Id { get; set; } }");
        Write("User.More.cs", "namespace App; partial class User { public List<int>? Numbers { get; set; } }");

        Assert.Equal("User.More.cs:1:55", Find("App.User", "Numbers"));
    }

    [Fact]
    public void A_property_of_the_next_class_is_not_taken()
    {
        Write("Both.cs", """
            namespace App;
            public record Call(long Id);
            public class User { public string Name { get; set; } = ""; }
            """);

        Assert.Equal("Both.cs:2:15", Find("App.Call", "Name"));
        Assert.Equal("Both.cs:2:25", Find("App.Call", "Id"));
    }

    [Fact]
    public void An_inherited_property_leads_to_the_class()
    {
        Write("User.cs", "namespace App;\npublic class User : Base { }");

        Assert.Equal("User.cs:2:14", Find("App.User", "TenantId"));
    }

    [Fact]
    public void Nested_classes_are_found()
    {
        Write("Outer.cs", "namespace App; class Outer { class Inner { public int Id { get; } } }");

        Assert.Equal("Outer.cs:1:55", Find("App.Outer.Inner", "Id"));
    }

    [Fact]
    public void What_is_not_there_has_no_place()
    {
        Write("User.cs", "namespace App; class Users { }");

        Assert.Null(Find("App.User"));
    }

    private void Write(string name, string text) => folder.Write(name, text);

    private string? Find(string type, string? member = null)
    {
        var place = new SourceLocator(Directory.EnumerateFiles(folder.Path, "*.cs").Order(StringComparer.Ordinal)).Find(type, member);
        return place is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(place.Path)}:{place.Line}:{place.Column}");
    }
}
