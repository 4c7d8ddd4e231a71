using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>What must not be dropped while it is not clear whether it was renamed, and what may be its new form.</summary>
internal sealed record OpenQuestions
{
    public static OpenQuestions None { get; } = new();

    public IReadOnlySet<QualifiedName> Tables { get; init; } = new HashSet<QualifiedName>();

    /// <summary>Domains and composite types.</summary>
    public IReadOnlySet<QualifiedName> Types { get; init; } = new HashSet<QualifiedName>();

    /// <summary>Fields that are gone, by composite type and name.</summary>
    public IReadOnlySet<(QualifiedName Type, string Field)> Fields { get; init; } = new HashSet<(QualifiedName, string)>();

    public IReadOnlySet<QualifiedName> Enums { get; init; } = new HashSet<QualifiedName>();

    /// <summary>Columns that are gone, by table and name.</summary>
    public IReadOnlySet<(QualifiedName Table, string Column)> Columns { get; init; } = new HashSet<(QualifiedName, string)>();

    /// <summary>New columns that may be the gone ones.</summary>
    public IReadOnlySet<(QualifiedName Table, string Column)> Candidates { get; init; } = new HashSet<(QualifiedName, string)>();

    /// <summary>Enums with a label that is gone.</summary>
    public IReadOnlySet<QualifiedName> Labels { get; init; } = new HashSet<QualifiedName>();
}
