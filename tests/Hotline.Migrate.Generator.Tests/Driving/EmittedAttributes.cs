using System.Reflection.Metadata;

namespace Hotline.Migrate.Generator.Tests.Driving;

/// <summary>Reads descriptors and manifest from an assembly's metadata, without loading it.</summary>
internal static class EmittedAttributes
{
    /// <summary>The descriptors in the order of the metadata, and the manifest.</summary>
    public static (IReadOnlyList<EmittedDescriptor> Descriptors, EmittedManifest? Manifest) Read(MetadataReader metadata)
    {
        var descriptors = new List<EmittedDescriptor>();
        EmittedManifest? manifest = null;
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            switch (TypeName(metadata, attribute))
            {
                case "SchemaDescriptorAttribute":
                    var value = attribute.DecodeValue(new AttributeTypes());
                    descriptors.Add(new EmittedDescriptor(
                        (string)value.FixedArguments[0].Value!,
                        (string)value.FixedArguments[1].Value!,
                        (string)value.FixedArguments[2].Value!,
                        (string?)value.NamedArguments.FirstOrDefault(a => a.Name == "Type").Value,
                        (string?)value.NamedArguments.FirstOrDefault(a => a.Name == "Members").Value));
                    break;
                case "SchemaManifestAttribute":
                    var fixedArguments = attribute.DecodeValue(new AttributeTypes()).FixedArguments;
                    manifest = new EmittedManifest(
                        (int)fixedArguments[0].Value!,
                        (int)fixedArguments[1].Value!,
                        (int)fixedArguments[2].Value!,
                        (string)fixedArguments[3].Value!);
                    break;
            }
        }

        return (descriptors, manifest);
    }

    private static string? TypeName(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor) is { Parent.Kind: HandleKind.TypeReference } constructor
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)constructor.Parent).Name)
            : null;

    private sealed class AttributeTypes : ICustomAttributeTypeProvider<string>
    {
        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSystemType() => "System.Type";

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => "";

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => "";

        public string GetTypeFromSerializedName(string name) => name;

        public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;

        public bool IsSystemType(string type) => type == "System.Type";
    }
}
