using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting;

/// <summary>Makes schema objects without a table from catalog rows.</summary>
internal static class ObjectRows
{
    /// <summary>A row of <see cref="CatalogQueries.Namespaces"/>.</summary>
    public static SchemaObject Namespace(NpgsqlDataReader row) => new SchemaNamespace
    {
        Name = new QualifiedName(row.GetString(0), row.GetString(0)),
        Comment = row.TextOrNull(1),
    };

    /// <summary>A row of <see cref="CatalogQueries.Extensions"/>.</summary>
    public static SchemaObject Extension(NpgsqlDataReader row) => new Extension
    {
        Name = QualifiedName.Of(row.GetString(0)),
        InstallSchema = row.GetString(1) is var schema && schema == QualifiedName.DefaultSchema ? null : schema,
    };

    /// <summary>A row of <see cref="CatalogQueries.Enums"/>.</summary>
    public static SchemaObject Enum(NpgsqlDataReader row) => new EnumType
    {
        Name = new QualifiedName(row.GetString(0), row.GetString(1)),
        Comment = row.TextOrNull(2),
        Labels = row.Texts(3),
    };

    /// <summary>A row of <see cref="CatalogQueries.Sequences"/>.</summary>
    public static SchemaObject Sequence(NpgsqlDataReader row) => new Sequence
    {
        Name = new QualifiedName(row.GetString(0), row.GetString(1)),
        Comment = row.TextOrNull(2),
        Type = row.GetString(3),
        Options = row.SequenceOptions(4, row.GetString(3)),
    };
}
