using Hotline.Migrate.Scaffolding.Classes;
using Hotline.Migrate.Scaffolding.Naming;
using Hotline.Migrate.Scaffolding.Sql;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding;

/// <summary>Writes the classes and SQL files whose build gives a schema: pure, and the same bytes each time.</summary>
public static class Scaffolder
{
    /// <summary>The files for <paramref name="schema"/>, which a database was read into.</summary>
    public static Scaffold Of(DatabaseSchema schema, ScaffoldOptions options)
    {
        var baseName = options.BaseClass ?? BaseName(schema);
        var sequences = new SequencePlaces(schema);
        var partitions = new PartitionPlaces(schema);
        var enums = EnumPlaces.Classes(schema, partitions.Classes);
        var names = new ModelNames(partitions.Classes, enums, options.Namespace, baseName);
        var classes = partitions.Classes
            .Select(t => (Table: t, Text: TableClass.Of(new TableCode(schema, t, names, sequences, options.NpgsqlTypes), partitions.Attributes(t.Name), sequences.Of(t.Name))))
            .ToArray();
        var sharing = classes.Where(c => c.Table is { PartitionOf: null, Inherits.IsEmpty: true }).Select(c => c.Text).ToArray();
        var shared = options.WithBaseClass ? BaseClass.Properties(sharing) : [];
        var files = classes.Select(c => File(
            options,
            names.Type(c.Table.Name),
            (c.Table is { PartitionOf: null, Inherits.IsEmpty: true } ? BaseClass.Derive(c.Text, shared, baseName) : c.Text).Write()));
        ScaffoldFile?[] others =
        [
            .. enums.Select(e => File(options, names.Type(e.Name), EnumText.Of(e, names))),
            AssemblyText.Of(schema, sequences.OfNoTable) is { } text ? File(options, new ModelName("", "DatabaseObjects"), text) : null,
            .. SqlFiles.Of(schema, options.SqlFolder, o => o is Table or Sequence || enums.Contains(o)),
            shared.Count > 0 ? File(options, new ModelName("", baseName), BaseText(options, shared, baseName)) : null,
        ];
        return new Scaffold
        {
            Files = [.. files.Concat(others.OfType<ScaffoldFile>()).OrderBy(f => f.Path, StringComparer.Ordinal)],
            Tables = [.. classes.Select(c => c.Table.Name)],
            LeftOut = Lost.Of(schema, partitions.Classes, enums),
            BaseClass = shared.Count > 0 ? baseName : null,
        };
    }

    private static string BaseText(ScaffoldOptions options, IReadOnlyList<PropertyText> shared, string name) => new ClassText
    {
        Name = name,
        Namespace = options.Namespace,
        Usings = [],
        Attributes = [],
        Properties = shared,
        Modifiers = "public abstract",
    }.Write();

    // A schema whose tables have a tenant is known by that.
    private static string BaseName(DatabaseSchema schema)
    {
        var tables = schema.Tables.Where(t => t.Columns.Count > 0).ToArray();
        return tables.Count(t => t.FindColumn("tenant_id") is not null) * 2 > tables.Length ? "TenantBaseModel" : "BaseModel";
    }

    private static ScaffoldFile File(ScaffoldOptions options, ModelName name, string text) => new(
        string.Join('/', new[] { options.Folder.TrimEnd('/'), name.Space, name.Name + ".cs" }.Where(p => p.Length > 0)),
        text);
}
