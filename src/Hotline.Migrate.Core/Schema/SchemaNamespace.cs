namespace Hotline.Migrate.Schema;

/// <summary>A schema in the sense of <c>CREATE SCHEMA</c>. Schema and name of <see cref="SchemaObject.Name"/> are both its name.</summary>
public sealed record SchemaNamespace : SchemaObject
{
    /// <inheritdoc/>
    public override string Kind => SchemaKinds.Schema;
}
