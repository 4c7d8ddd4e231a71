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
    private readonly List<string> documents = [];

    public TestAssembly Describe(SchemaObject schemaObject, string? type = null, string? members = null)
    {
        documents.Add(DescriptorWriter.Write(schemaObject));
        return Attribute(
            typeof(SchemaDescriptorAttribute),
            [schemaObject.Kind, schemaObject.Name.ToString(), documents[^1]],
            type is null ? [] : [(nameof(SchemaDescriptorAttribute.Type), type), (nameof(SchemaDescriptorAttribute.Members), members!)]);
    }

    public TestAssembly SchemaFile(string path, string text)
    {
        documents.Add(path + "\n" + text);
        return Attribute(typeof(SchemaFileAttribute), [path, text]);
    }

    public TestAssembly Manifest(int? count = null, int skipped = 0, int formatVersion = DescriptorWriter.FormatVersion, string? hash = null) =>
        Attribute(typeof(SchemaManifestAttribute), [formatVersion, count ?? documents.Count, skipped, hash ?? DescriptorHash.Of(documents)]);

    /// <summary>Uses one of the attributes that leave a trace.</summary>
    public TestAssembly UseAnnotations() => Attribute(typeof(SchemaDescriptorAttribute).Assembly.GetType("Hotline.Migrate.UnloggedAttribute")!, []);

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
