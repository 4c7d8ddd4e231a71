using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Importing;

/// <summary>Makes migration files of imported migrations.</summary>
public static class ImportedChain
{
    /// <summary>The migrations with parents: their own from Alembic, else each on the one before.</summary>
    public static IReadOnlyList<ImportedMigration> WithParents(ImportFormat format, IReadOnlyList<ImportedMigration> migrations) =>
        format == ImportFormat.Alembic
            ? migrations
            : [.. migrations.Select((m, i) => m with { Parents = i == 0 ? [] : [migrations[i - 1].Revision] })];

    /// <summary>The sealed text of one.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="created">When it was made, where it does not tell itself.</param>
    /// <param name="template">What a new file looks like.</param>
    public static string Write(ImportedMigration migration, DateTimeOffset created, MigrationTemplate? template) => MigrationFile.Seal(MigrationFile.Write(
        new MigrationHeader
        {
            Revision = migration.Revision,
            Message = migration.Message,
            Parents = migration.Parents,
            DependsOn = migration.DependsOn,
            Labels = migration.Labels,
            Created = migration.Created ?? created,
        },
        migration.Upgrade?.Text ?? "",
        migration.Downgrade.Text,
        template));

    /// <summary>The migration to replay: its statements stand where the other tool's file has them, so that errors point there.</summary>
    public static Migration ToReplay(Migration migration, ImportedMigration source) =>
        migration with { Path = source.Source.Path, Upgrade = Relocate(migration.Upgrade, source.Upgrade?.Statements ?? []) };

    private static MigrationSection Relocate(MigrationSection section, EquatableArray<SourceLocation> places)
    {
        if (section.Steps.Sum(s => s.Commands.Count) != places.Count)
        {
            return section;
        }

        var next = 0;
        return section with
        {
            Steps = [.. section.Steps.Select(step => step with { Commands = [.. step.Commands.Select(c => c with { Where = places[next++] })] })],
        };
    }
}
