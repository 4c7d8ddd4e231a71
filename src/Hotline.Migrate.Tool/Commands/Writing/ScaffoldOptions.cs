namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>The command line of <c>scaffold</c>.</summary>
internal sealed record ScaffoldOptions
{
    /// <summary>The folder of the classes.</summary>
    public required string Output { get; init; }

    /// <summary>The namespace, where one is given.</summary>
    public string? Namespace { get; init; }

    /// <summary>The schemas to read; all where empty.</summary>
    public IReadOnlyList<string> Schemas { get; init; } = [];

    /// <summary>The tables to read; all where empty.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>The name of the base class, where one is given.</summary>
    public string? BaseClass { get; init; }

    /// <summary>Whether there is to be no base class.</summary>
    public bool NoBaseClass { get; init; }

    /// <summary>Whether Npgsql's own types may be used.</summary>
    public bool NpgsqlTypes { get; init; }

    /// <summary>Whether files are written over that a person wrote.</summary>
    public bool Force { get; init; }

    /// <summary>Whether nothing is written.</summary>
    public bool IsDryRun { get; init; }
}
