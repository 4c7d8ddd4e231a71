using Hotline.Migrate.Importing;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Tool.Commands.Adopting;

/// <summary>A migration that was made of another tool's.</summary>
/// <param name="Source">The other tool's.</param>
/// <param name="Migration">The migration.</param>
/// <param name="Text">Its file's text.</param>
/// <param name="Applied">Whether the database has it.</param>
internal sealed record ImportedFile(ImportedMigration Source, Migration Migration, string Text, bool Applied)
{
    /// <summary>The migration as it is replayed.</summary>
    public Migration Replay => ImportedChain.ToReplay(Migration, Source);
}
