namespace Hotline.Migrate;

/// <summary>An extension that the schema needs. Those of column types (<c>hstore</c>, <c>citext</c>, <c>ltree</c>, ...) and of indexes (<c>btree_gist</c>, <c>pg_trgm</c>, ...) are added without it.</summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true)]
public sealed class PostgresExtensionAttribute : Attribute
{
    /// <summary>The extension <paramref name="name"/>.</summary>
    public PostgresExtensionAttribute(string name) => Name = name;

    /// <summary>The extension's name.</summary>
    public string Name { get; }

    /// <summary>The schema that its objects go to.</summary>
    public string? Schema { get; set; }

    /// <summary>The version; left out: the server's default.</summary>
    public string? Version { get; set; }

    /// <summary>The text of <c>COMMENT ON EXTENSION</c>; left out: the one that the extension brings.</summary>
    public string? Comment { get; set; }
}
