namespace Hotline.Migrate.Parsing;

/// <summary>Something that a statement uses and that a major version of PostgreSQL brought.</summary>
/// <param name="Name">What it is called, in the plural.</param>
/// <param name="Major">The version that has it first.</param>
/// <param name="Position">Where it stands in the statement.</param>
internal readonly record struct ServerFeature(string Name, int Major, int Position);
