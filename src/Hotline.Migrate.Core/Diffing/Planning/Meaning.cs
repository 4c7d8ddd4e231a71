using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Something that a name may stand for.</summary>
/// <param name="Name">The name, of a routine without its arguments.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Key">The key of the object that has the name.</param>
internal sealed record Meaning(QualifiedName Name, MeaningKind Kind, SchemaKey Key)
{
    /// <summary>Whether it lives in no schema.</summary>
    public bool IsDatabaseWide { get; init; }
}
