using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding;

/// <summary>What became of a database.</summary>
public sealed record Scaffold
{
    /// <summary>The files, sorted by path.</summary>
    public required IReadOnlyList<ScaffoldFile> Files { get; init; }

    /// <summary>The tables that have a class.</summary>
    public required IReadOnlyList<QualifiedName> Tables { get; init; }

    /// <summary>The name of the base class, if there is one.</summary>
    public string? BaseClass { get; init; }

    /// <summary>What no class and no file says, each in a sentence.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}
