using Hotline.Migrate.Scaffolding.Text;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>Writes what stands beside tables: extensions, schemas that no table tells, sequences of nobody.</summary>
internal static class AssemblyText
{
    /// <summary>The file's text; <c>null</c> when there is nothing.</summary>
    public static string? Of(DatabaseSchema schema, IEnumerable<Sequence> sequences)
    {
        var told = schema.Objects.Where(o => o is Table or EnumType).Select(o => o.Name.Schema).ToHashSet(StringComparer.Ordinal);
        string[] lines =
        [
            .. schema.Objects.OfType<Extension>().Select(Extension),
            .. schema.Objects.OfType<SchemaNamespace>()
                .Where(s => s.Comment is not null || !told.Contains(s.Name.Name))
                .Select(s => new AttributeText("PostgresSchema").Text(s.Name.Name).Named("Comment", s.Comment).OfAssembly()),
            .. sequences.Select(s => SequenceText.Of(s, QualifiedName.DefaultSchema).OfAssembly()),
        ];
        return lines.Length == 0 ? null : CodeFile.Of(["Hotline.Migrate"], null, lines);
    }

    private static string Extension(Extension extension) => new AttributeText("PostgresExtension")
        .Text(extension.Name.Name)
        .Named("Schema", extension.InstallSchema)
        .Named("Version", extension.Version)
        .Named("Comment", extension.Comment)
        .OfAssembly();
}
