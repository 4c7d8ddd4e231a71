using Hotline.Migrate.Build.Assemblies;
using Hotline.Migrate.Descriptors.Writing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Build.Tests.Assemblies;

public sealed class AssemblyReaderTests : IDisposable
{
    private static readonly Table Users = new() { Name = QualifiedName.Of("users"), Columns = [new Column { Name = "id", Type = "bigint" }] };
    private readonly TestDirectory folder = new("build");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Reads_descriptors_and_the_manifest()
    {
        var path = new TestAssembly("Users").Describe(Users, "App.User", "id=Id").Manifest().SwitchedOn().Write(folder.Path);

        var assembly = AssemblyReader.Read(path)!;

        Assert.Equal("Users", assembly.Name);
        Assert.Equal(new AssemblyDescriptor("table", "users", DescriptorWriter.Write(Users), "App.User", "id=Id"), Assert.Single(assembly.Descriptors));
        Assert.Equal(new AssemblyManifest(DescriptorWriter.FormatVersion, 1, 0, DescriptorHash.Of([DescriptorWriter.Write(Users)])), assembly.Manifest);
        Assert.True(assembly.HasModelsSwitchedOn);
        Assert.True(assembly.UsesAnnotations);
    }

    [Fact]
    public void Reads_a_descriptor_of_any_length_and_any_characters()
    {
        var table = Users with { Comment = new string('ü', 40_000) + "\u2028 \" \\ 😀" };
        var path = new TestAssembly("Users").Describe(table).Manifest().Write(folder.Path);

        Assert.Equal(DescriptorWriter.Write(table), Assert.Single(AssemblyReader.Read(path)!.Descriptors).Json);
    }

    [Fact]
    public void An_assembly_that_has_nothing_to_do_with_models_says_so()
    {
        var path = new TestAssembly("Plain").Write(folder.Path);

        var assembly = AssemblyReader.Read(path)!;

        Assert.Null(assembly.Manifest);
        Assert.False(assembly.HasModelsSwitchedOn);
        Assert.False(assembly.UsesAnnotations);
        Assert.Empty(assembly.Descriptors);
    }

    [Fact]
    public void Reading_leaves_the_file_free()
    {
        var path = new TestAssembly("Users").Describe(Users).Manifest().Write(folder.Path);

        _ = AssemblyReader.Read(path);

        using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.True(exclusive.CanWrite);
    }

    [Fact]
    public void A_damaged_file_is_refused() =>
        Assert.Throws<BadImageFormatException>(() => AssemblyReader.Read(folder.Write("Broken.dll", "no assembly at all")));
}
