namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>What <c>scaffold</c> wrote, or would write.</summary>
internal sealed record ScaffoldOutcome
{
    /// <summary>The database.</summary>
    public required string Database { get; init; }

    /// <summary>The namespace of the classes.</summary>
    public required string Namespace { get; init; }

    /// <summary>How many tables have a class.</summary>
    public int Classes { get; init; }

    /// <summary>The base class of shared columns, if there is one.</summary>
    public string? BaseClass { get; init; }

    /// <summary>The files, sorted by path.</summary>
    public IReadOnlyList<ScaffoldedFile> Files { get; init; } = [];

    /// <summary>What no class and no file says.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Whether nothing was written.</summary>
    public bool IsDryRun { get; init; }
}
