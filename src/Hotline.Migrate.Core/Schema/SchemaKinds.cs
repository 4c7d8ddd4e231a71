namespace Hotline.Migrate.Schema;

/// <summary>The kinds of schema objects: the <c>kind</c> of a descriptor and the folder of its snapshot file.</summary>
public static class SchemaKinds
{
    /// <summary>A table.</summary>
    public const string Table = "table";

    /// <summary>An enum type.</summary>
    public const string Enum = "enum";

    /// <summary>A sequence that no identity column owns.</summary>
    public const string Sequence = "sequence";

    /// <summary>An extension.</summary>
    public const string Extension = "extension";

    /// <summary>A schema (namespace).</summary>
    public const string Schema = "schema";
}
