using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Descriptors.Writing;

/// <summary>Writes a schema object as its canonical JSON document: the descriptor and the snapshot file.</summary>
/// <remarks>A member at its default is left out, so an added kind of member changes no document that lacks it.</remarks>
public static class DescriptorWriter
{
    /// <summary>The version of the format, which the manifest names. A reader refuses a newer one.</summary>
    public const int FormatVersion = 1;

    /// <summary>The document of <paramref name="schemaObject"/>, ending in a line feed.</summary>
    public static string Write(SchemaObject schemaObject)
    {
        var json = new CanonicalJsonWriter();
        json.StartObject();
        json.Text("kind", schemaObject.Kind);
        json.Text("schema", schemaObject.Name.Schema);
        json.Text("name", schemaObject.Name.Name);
        Optional(json, "comment", schemaObject.Comment);
        switch (schemaObject)
        {
            case Table table: TableWriter.Write(json, table); break;
            case EnumType type: Enum(json, type); break;
            case Sequence sequence: SequenceOf(json, sequence); break;
            case Extension extension: ExtensionOf(json, extension); break;
            case SchemaNamespace: break;
            case Domain domain: TypeWriter.Write(json, domain); break;
            case CompositeType composite: TypeWriter.Write(json, composite); break;
            case SqlObject sqlObject: SqlObjectWriter.Write(json, sqlObject); break;
            case Privileges privileges: PrivilegesWriter.Write(json, privileges); break;
            case DefaultPrivileges privileges: PrivilegesWriter.Write(json, privileges); break;
            default: throw new NotSupportedException($"There is no document for {schemaObject.GetType().Name}.");
        }

        json.EndObject();
        return json.Finish();
    }

    private static void Enum(CanonicalJsonWriter json, EnumType type)
    {
        Texts(json, "labels", type.Labels);
        Optional(json, "renamedFrom", type.RenamedFrom);
        Texts(json, "renamedLabels", type.RenamedLabels);
    }

    private static void SequenceOf(CanonicalJsonWriter json, Sequence sequence)
    {
        json.Text("type", sequence.Type);
        Options(json, sequence.Options);
        Optional(json, "unlogged", sequence.Unlogged);
        if (sequence.OwnedBy is { } owner)
        {
            json.StartObject("ownedBy");
            Optional(json, "table", owner.Table);
            json.Text("column", owner.Column);
            json.EndObject();
        }
    }

    private static void ExtensionOf(CanonicalJsonWriter json, Extension extension)
    {
        Optional(json, "installSchema", extension.InstallSchema);
        Optional(json, "version", extension.Version);
    }

    internal static void Options(CanonicalJsonWriter json, SequenceOptions options)
    {
        Optional(json, "start", options.Start);
        Optional(json, "increment", options.Increment);
        Optional(json, "minimum", options.Minimum);
        Optional(json, "maximum", options.Maximum);
        Optional(json, "cache", options.Cache);
        Optional(json, "cycle", options.Cycle);
    }

    internal static void Optional(CanonicalJsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.Text(name, value);
        }
    }

    internal static void Optional(CanonicalJsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.Number(name, number);
        }
    }

    internal static void Optional(CanonicalJsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.True(name);
        }
    }

    internal static void Optional(CanonicalJsonWriter json, string name, QualifiedName? value)
    {
        if (value is null)
        {
            return;
        }

        json.StartObject(name);
        json.Text("schema", value.Schema);
        json.Text("name", value.Name);
        json.EndObject();
    }

    internal static void Names(CanonicalJsonWriter json, string name, EquatableArray<QualifiedName> values) => TableWriter.List(json, name, values, (item, value) =>
    {
        item.Text("schema", value.Schema);
        item.Text("name", value.Name);
    });

    internal static void Texts(CanonicalJsonWriter json, string name, EquatableArray<string> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        json.StartList(name);
        foreach (var value in values)
        {
            json.Text(null, value);
        }

        json.EndList();
    }
}
