namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>The command line of <c>create</c>.</summary>
internal sealed record CreateOptions
{
    /// <summary>What the migration is for.</summary>
    public required string Message { get; init; }

    /// <summary>Whether it is to hold nothing, for SQL of one's own.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Whether to take the model that the last build left.</summary>
    public bool NoBuild { get; init; }

    /// <summary>Where it begins; nothing for the head.</summary>
    public IReadOnlyList<string> Heads { get; init; } = [];

    /// <summary>Whether it may begin at a revision that is no head.</summary>
    public bool Splice { get; init; }

    /// <summary>Branch labels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Revisions or labels of other branches that it needs.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>What was renamed: <c>old=new</c>.</summary>
    public IReadOnlyList<string> Renames { get; init; } = [];

    /// <summary>What really goes.</summary>
    public IReadOnlyList<string> Drops { get; init; } = [];

    /// <summary>Whether it has to be proven before it is sealed.</summary>
    public bool Verify { get; init; }

    /// <summary>The server for the scratch databases of the proof.</summary>
    public string? ScratchUrl { get; init; }
}
