using System.Reflection;
using System.Reflection.Emit;
using Hotline.Migrate.Descriptors;
using Hotline.Migrate.Descriptors.Writing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Build.Tests.Assemblies;

/// <summary>Writes assemblies as the compiler and the generator would, without either.</summary>
internal sealed class TestAssembly(string name)
{
    private readonly PersistedAssemblyBuilder builder = new(new AssemblyName(name), typeof(object).Assembly);
    private int descriptors;

    public TestAssembly Describe(SchemaObject schemaObject, string? type = null, string? members = null)
    {
        descriptors++;
        return Attribute(
            typeof(SchemaDescriptorAttribute),
            [schemaObject.Kind, schemaObject.Name.ToString(), DescriptorWriter.Write(schemaObject)],
            type is null ? [] : [(nameof(SchemaDescriptorAttribute.Type), type), (nameof(SchemaDescriptorAttribute.Members), members!)]);
    }

    public TestAssembly Manifest(int? count = null, int skipped = 0, int formatVersion = DescriptorWriter.FormatVersion) =>
        Attribute(typeof(SchemaManifestAttribute), [formatVersion, count ?? descriptors, skipped, "hash"]);

    public TestAssembly SwitchedOn() => Attribute(typeof(AssemblyMetadataAttribute), ["HotlineMigrate.Models", "true"]);

    public string Write(string folder)
    {
        builder.DefineDynamicModule(name);
        var path = Path.Combine(folder, name + ".dll");
        builder.Save(path);
        return path;
    }

    private TestAssembly Attribute(Type type, object[] arguments, params (string Name, object Value)[] named)
    {
        builder.SetCustomAttribute(new CustomAttributeBuilder(
            type.GetConstructors().Single(),
            arguments,
            [.. named.Select(n => type.GetProperty(n.Name)!)],
            [.. named.Select(n => n.Value)]));
        return this;
    }
}
