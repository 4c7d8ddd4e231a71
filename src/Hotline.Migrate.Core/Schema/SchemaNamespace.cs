namespace Hotline.Migrate.Schema;

/// <summary>A schema in the sense of <c>CREATE SCHEMA</c>. Schema and name of <see cref="SchemaObject.Name"/> are both its name.</summary>
public sealed record SchemaNamespace : SchemaObject
{
    /// <summary>The comment that every new database has on the schema <c>public</c>: as good as none.</summary>
    public const string DefaultComment = "standard public schema";

    /// <inheritdoc/>
    public override string Kind => SchemaKinds.Schema;
}
