namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>A migration that was written, or nothing where model and migrations agree.</summary>
internal sealed record CreateOutcome
{
    /// <summary>Whether a migration was written.</summary>
    public bool Created => Revision is not null;

    /// <summary>The revision's id.</summary>
    public string? Revision { get; init; }

    /// <summary>What it is for.</summary>
    public string? Message { get; init; }

    /// <summary>Its file.</summary>
    public string? Path { get; init; }

    /// <summary>The revisions it builds on.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>What it changes, in words.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>What it destroys.</summary>
    public IReadOnlyList<string> DataLoss { get; init; } = [];

    /// <summary>Whether the SQL is a person's, and not generated.</summary>
    public bool IsEdited { get; init; }

    /// <summary>Whether SQL is still to be written.</summary>
    public bool IsEmpty { get; init; }
}
