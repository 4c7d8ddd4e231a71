using Hotline.Migrate.Tool.Revisions;

namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>The heads of the migration files.</summary>
internal sealed record HeadsOutcome(IReadOnlyList<RevisionView> Heads);
