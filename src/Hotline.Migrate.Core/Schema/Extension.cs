namespace Hotline.Migrate.Schema;

/// <summary>An extension. <see cref="SchemaObject.Name"/> is in the default schema, extensions having database-wide names. <see cref="SchemaObject.Comment"/> is another one than the extension brings.</summary>
public sealed record Extension : SchemaObject
{
    /// <inheritdoc/>
    public override string Kind => SchemaKinds.Extension;

    /// <summary>The schema its objects go to, when it is said.</summary>
    public string? InstallSchema { get; init; }

    /// <summary>The version, when it is said.</summary>
    public string? Version { get; init; }
}
