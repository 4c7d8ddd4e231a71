using Hotline.Migrate.Tool.Revisions;

namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>A migration with its SQL.</summary>
internal sealed record ShownMigration(RevisionView Revision, string Upgrade, string Downgrade, IReadOnlyList<string> DataLoss);
