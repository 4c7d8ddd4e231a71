using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Build.Assemblies;

/// <summary>Reads what an assembly says about models from its metadata. Nothing of it is loaded or run.</summary>
internal static class AssemblyReader
{
    private const string Annotations = "Hotline.Migrate.Annotations";

    /// <summary>The name of the assembly metadata that the package's targets give a project with models.</summary>
    public const string ModelsMark = "HotlineMigrate.Models";

    /// <summary>What the assembly in that file says, or <c>null</c> when it is no managed assembly.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="BadImageFormatException">The file is damaged.</exception>
    public static DescribedAssembly? Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata)
        {
            return null;
        }

        var reader = file.GetMetadataReader();
        return reader.IsAssembly ? Read(reader, path) : null;
    }

    private static DescribedAssembly Read(MetadataReader reader, string path)
    {
        var descriptors = new List<AssemblyDescriptor>();
        var files = new List<AssemblySchemaFile>();
        AssemblyManifest? manifest = null;
        var switchedOn = false;
        foreach (var handle in reader.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = reader.GetCustomAttribute(handle);
            switch (TypeName(reader, attribute))
            {
                case ("Hotline.Migrate.Descriptors", "SchemaDescriptorAttribute"):
                    descriptors.Add(Descriptor(Value(reader, attribute)));
                    break;
                case ("Hotline.Migrate.Descriptors", "SchemaFileAttribute"):
                    files.Add(SchemaFile(Value(reader, attribute)));
                    break;
                case ("Hotline.Migrate.Descriptors", "SchemaManifestAttribute"):
                    manifest = Manifest(Value(reader, attribute));
                    break;
                case ("System.Reflection", "AssemblyMetadataAttribute"):
                    switchedOn |= IsMark(Value(reader, attribute));
                    break;
            }
        }

        return new DescribedAssembly
        {
            Name = reader.GetString(reader.GetAssemblyDefinition().Name),
            Path = path,
            Manifest = manifest,
            Descriptors = descriptors.ToEquatableArray(),
            SchemaFiles = files.ToEquatableArray(),
            HasModelsSwitchedOn = switchedOn,
            UsesAnnotations = reader.AssemblyReferences
                .Any(r => reader.StringComparer.Equals(reader.GetAssemblyReference(r).Name, Annotations)),
        };
    }

    private static (string Namespace, string Name) TypeName(MetadataReader reader, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return default;
        }

        var parent = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference)
        {
            return default;
        }

        var type = reader.GetTypeReference((TypeReferenceHandle)parent);
        return (reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    private static BlobReader Value(MetadataReader reader, CustomAttribute attribute)
    {
        var value = reader.GetBlobReader(attribute.Value);
        // ECMA-335 II.23.3: every value starts with this prolog.
        return value.ReadUInt16() == 1 ? value : throw new BadImageFormatException("A custom attribute has no prolog.");
    }

    private static AssemblyDescriptor Descriptor(BlobReader value)
    {
        var kind = Text(ref value);
        var name = Text(ref value);
        var json = Text(ref value);
        var named = Named(ref value);
        return new AssemblyDescriptor(kind, name, json, named.GetValueOrDefault("Type"), named.GetValueOrDefault("Members"));
    }

    private static AssemblySchemaFile SchemaFile(BlobReader value)
    {
        var path = Text(ref value);
        return new AssemblySchemaFile(path, Text(ref value));
    }

    private static AssemblyManifest Manifest(BlobReader value) =>
        new(value.ReadInt32(), value.ReadInt32(), value.ReadInt32(), Text(ref value));

    private static bool IsMark(BlobReader value) =>
        value.ReadSerializedString() == ModelsMark
        && string.Equals(value.ReadSerializedString(), "true", StringComparison.OrdinalIgnoreCase);

    private static string Text(ref BlobReader value) => value.ReadSerializedString() ?? "";

    private static Dictionary<string, string?> Named(ref BlobReader value)
    {
        const byte property = 0x54;
        const byte text = 0x0E;
        var named = new Dictionary<string, string?>(StringComparer.Ordinal);
        for (var left = value.ReadUInt16(); left > 0; left--)
        {
            if (value.ReadByte() != property || value.ReadByte() != text)
            {
                // A newer generator's member of another type: what follows cannot be told apart.
                break;
            }

            named[Text(ref value)] = value.ReadSerializedString();
        }

        return named;
    }
}
