using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Generator.Reading.Columns;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>Reads the objects that stand beside tables: sequences, extensions and schemas.</summary>
internal static class ObjectReader
{
    /// <summary>The schema of what names none in an assembly.</summary>
    public static string DefaultSchema(IAssemblySymbol? assembly)
    {
        if (assembly is not null)
        {
            foreach (var attribute in assembly.GetAttributes())
            {
                if (attribute.AttributeClass is { Name: "DefaultSchemaAttribute" } type
                    && type.FullName() == AttributeNames.DefaultSchema
                    && attribute.ConstructorArguments is [{ Value: string { Length: > 0 } name }])
                {
                    return name;
                }
            }
        }

        return QualifiedName.DefaultSchema;
    }

    /// <summary>The objects that attributes of an assembly or class say, without the schemas they are in.</summary>
    /// <param name="attributes">The attributes.</param>
    /// <param name="schema">The schema of a sequence that names none.</param>
    public static IEnumerable<SchemaObject> Read(IEnumerable<ModelAttribute> attributes, string schema)
    {
        foreach (var attribute in attributes)
        {
            switch (attribute.Name)
            {
                case AttributeNames.Sequence when attribute.Text(0) is { } name:
                    yield return Sequence(attribute, new QualifiedName(attribute.Text("Schema") ?? schema, name));
                    break;
                case AttributeNames.PostgresSchema when attribute.Text(0) is { } name:
                    yield return new SchemaNamespace { Name = new QualifiedName(name, name), Comment = attribute.Text("Comment") };
                    break;
                case AttributeNames.PostgresExtension when attribute.Text(0) is { } name:
                    yield return new Extension
                    {
                        Name = QualifiedName.Of(name),
                        InstallSchema = attribute.Text("Schema"),
                        Version = attribute.Text("Version"),
                        Comment = attribute.Text("Comment"),
                    };
                    break;
            }
        }
    }

    /// <summary>The schemas that <paramref name="objects"/> are in, but for the one that every database has.</summary>
    public static IEnumerable<SchemaObject> SchemasOf(IEnumerable<SchemaObject> objects) => objects
        .Select(o => o is Extension extension ? extension.InstallSchema ?? QualifiedName.DefaultSchema : o.Name.Schema)
        .Where(s => s is not (QualifiedName.DefaultSchema or "pg_catalog"))
        .Distinct(StringComparer.Ordinal)
        .Select(s => new SchemaNamespace { Name = new QualifiedName(s, s) });

    /// <summary>The options of a sequence or an identity column.</summary>
    public static SequenceOptions Options(ModelAttribute attribute) => new()
    {
        Start = attribute.Long("Start"),
        Increment = attribute.Long("Increment"),
        Minimum = attribute.Long("Minimum"),
        Maximum = attribute.Long("Maximum"),
        Cache = attribute.Long("Cache"),
        Cycle = attribute.Flag("Cycle"),
    };

    /// <summary>The type of a serial column's sequence; another than an integer is reported.</summary>
    public static string SequenceType(ModelContext context, ModelAttribute attribute, string standard)
    {
        if (attribute.Text("Type") is not { } text)
        {
            return standard;
        }

        if (SqlTypeName.TryNormalize(text) is { } type && ColumnValues.IsInteger(type))
        {
            return type;
        }

        context.Report(DiagnosticCodes.IdentityType, attribute, $"'{text}' is no type of a sequence: that is smallint, integer or bigint.", "Type");
        return standard;
    }

    private static Sequence Sequence(ModelAttribute attribute, QualifiedName name) => new()
    {
        Name = name,
        Type = SqlTypeName.TryNormalize(attribute.Text("Type") ?? "bigint") ?? attribute.Text("Type") ?? "bigint",
        Options = Options(attribute),
        Unlogged = attribute.Flag("Unlogged"),
        OwnedBy = attribute.List("OwnedBy") switch
        {
            [var table, var column] => new ColumnReference(QualifiedName.Of(table), column),
            [var schema, var table, var column] => new ColumnReference(new QualifiedName(schema, table), column),
            _ => null,
        },
        Comment = attribute.Text("Comment"),
    };
}
