namespace Hotline.Migrate.Scaffolding;

/// <summary>How a database becomes classes.</summary>
public sealed record ScaffoldOptions
{
    /// <summary>The namespace of the classes; tables of other schemas than <c>public</c> go to namespaces within it.</summary>
    public required string Namespace { get; init; }

    /// <summary>The folder of the classes, relative to the project.</summary>
    public string Folder { get; init; } = "Models";

    /// <summary>The folder of the SQL files, relative to the project.</summary>
    public string SqlFolder { get; init; } = "schema";

    /// <summary>Whether columns that (nearly) all tables share go to a base class.</summary>
    public bool WithBaseClass { get; init; } = true;

    /// <summary>The name of that class; found by its columns where none is given.</summary>
    public string? BaseClass { get; init; }

    /// <summary>Whether Npgsql's own types may be used for ranges, text search and geometry. Otherwise these are text.</summary>
    public bool NpgsqlTypes { get; init; }
}
