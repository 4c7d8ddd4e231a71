namespace Hotline.Migrate.Schema;

/// <summary>One object of a database schema that has a name of its own: a table, a type, a sequence, ...</summary>
/// <remarks>Its canonical JSON is the descriptor in the assembly and the file in the snapshot.</remarks>
public abstract record SchemaObject
{
    /// <summary>The object's name.</summary>
    public required QualifiedName Name { get; init; }

    /// <summary>What kind of object it is, as the snapshot's folder is called: <c>table</c>, <c>enum</c>, ...</summary>
    public abstract string Kind { get; }

    /// <summary>The text of <c>COMMENT ON</c>.</summary>
    public string? Comment { get; init; }
}
