using Hotline.Migrate.Diffing.Planning;

namespace Hotline.Migrate.Diffing.Renames;

/// <summary>The renames between two schemas, as far as they are known.</summary>
internal sealed record RenameResolution(
    RenameSet Renames,
    OpenQuestions Open,
    IReadOnlyList<DiffFinding> Findings,
    IReadOnlyList<RenameQuestion> Questions);
