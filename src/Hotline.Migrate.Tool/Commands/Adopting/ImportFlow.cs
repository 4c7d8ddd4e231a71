using Hotline.Migrate.Adopting;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Drafting;
using Hotline.Migrate.Files;
using Hotline.Migrate.Importing;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;
using Hotline.Migrate.Schema;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Adopting;

/// <summary>Makes migrations of another tool's files, and records which of them the database has.</summary>
internal sealed class ImportFlow(AdoptOptions options, ImportedFolder folder, ToolServices services)
{
    private readonly DateTimeOffset now = DateTimeOffset.UtcNow;

    /// <summary>Does it, or tells what would be done.</summary>
    public async Task<AdoptOutcome> ExecuteAsync(
        ExistingDatabase? existing, OtherHistory? history, DatabaseSession? database, CancellationToken cancellationToken)
    {
        var match = AppliedMatch.Of(folder, history);
        services.Warn([.. folder.Warnings, .. match.Warnings]);
        var isReplayable = folder.Migrations.All(m => m.Upgrade is not null);
        var imported = isReplayable ? Whole(match) : WithoutSql(match, existing, history);
        if (Present(imported, cancellationToken) is { } present)
        {
            return await StampAsync(imported, present, history, database, cancellationToken).ConfigureAwait(false);
        }

        var first = FirstMigrations.Open(services.Project.Files(), cancellationToken);
        var baseline = isReplayable ? null : BaselineFlow.Compose(
            services.Project, existing!.Schema, Message(history!), [.. Heads(imported.Where(f => f.Applied))]);
        imported = baseline is null ? imported : [.. imported.Where(f => f.Applied), .. Rebased(imported, baseline.Revision)];
        var all = All(imported, baseline);
        _ = MigrationSet.Of(all.Select(a => a.Migration));
        EnsureRunnable(imported);

        var replay = await ReplayAsync(all, existing, history, cancellationToken).ConfigureAwait(false);
        if (!options.PlanOnly)
        {
            FileChange[] changes =
            [
                .. all.Select(a => new WriteFile(Path.GetFileName(a.Migration.Path), a.Text)),
                .. DraftSealer.SnapshotChanges(DatabaseSchema.Empty, replay.Schema),
            ];
            string[] heads = [.. Heads(all.Where(a => a.Applied).Select(a => a.Migration))];
            await first.SealAndStampAsync(changes, [.. all.Select(a => a.Migration)], heads, database, cancellationToken).ConfigureAwait(false);
        }

        return Outcome(all, history, database) with
        {
            Objects = BaselineFlow.Count(replay.Schema),
            LeftOut = replay.LeftOut,
            Proven = existing is null ? null : replay.Differences.IsEmpty,
            IsPlan = options.PlanOnly,
        };
    }

    private ImportedFile[] Whole(AppliedMatch match)
    {
        ImportedMigration[] order = [.. match.Applied, .. match.Pending];
        var migrations = folder.Format == ImportFormat.Alembic ? folder.Migrations : ImportedChain.WithParents(folder.Format, order);
        var applied = match.Applied.Select(m => m.Revision).ToHashSet(StringComparer.Ordinal);
        return [.. migrations.Select((m, i) => File(m, applied.Contains(m.Revision), i - migrations.Count))];
    }

    // What Alembic ran as Python is history: it is kept without statements, and a baseline behind it makes what it made.
    private ImportedFile[] WithoutSql(AppliedMatch match, ExistingDatabase? existing, OtherHistory? history)
    {
        var lacking = match.Pending.Where(m => m.Upgrade is null).ToArray();
        if (existing is null || history is null || match.Applied.Count == 0 || lacking.Length > 0)
        {
            throw AdoptProblems.PendingWithoutSql(lacking is [] ? [.. folder.Migrations.Where(m => m.Upgrade is null)] : lacking, options.Folder!);
        }

        var applied = match.Applied.Select(m => m with
        {
            Upgrade = new ImportedSection($"-- {m.Name} was run by Alembic; the baseline behind it makes what it made.", []),
            Downgrade = ImportedSection.Empty,
        });
        ImportedMigration[] all = [.. applied, .. match.Pending];
        return [.. all.Select((m, i) => File(m, i < match.Applied.Count, i - all.Length))];
    }

    // What was pending in Alembic stands on the baseline instead of on what the baseline sums up.
    private IEnumerable<ImportedFile> Rebased(IReadOnlyList<ImportedFile> imported, string baseline)
    {
        var applied = imported.Where(f => f.Applied).Select(f => f.Migration.Revision).ToHashSet(StringComparer.Ordinal);
        return imported.Where(f => !f.Applied).Select((file, i) => File(
            file.Source with { Parents = [.. file.Source.Parents.Select(p => applied.Contains(p) ? baseline : p).Distinct()] }, applied: false, i + 1));
    }

    private ImportedFile File(ImportedMigration source, bool applied, int seconds)
    {
        var created = source.Created ?? now.AddSeconds(seconds);
        var configuration = services.Project.Configuration;
        var path = Path.Combine(
            services.Project.MigrationsFolder, MigrationFileName.Of(configuration.FileNameTemplate, created, source.Revision, source.Message));
        var text = ImportedChain.Write(source, created, configuration.NewFileTemplate);
        return new ImportedFile(source, MigrationFile.Parse(path, text), text, applied);
    }

    private static List<ImportedFile> All(IReadOnlyList<ImportedFile> imported, SealPlan? baseline)
    {
        var all = imported.ToList();
        if (baseline is not null)
        {
            var migration = MigrationFile.Parse(baseline.Path, baseline.Text);
            all.Insert(imported.Count(f => f.Applied), new ImportedFile(
                new ImportedMigration { Revision = migration.Revision, Message = migration.Message, Name = "", Source = new SourceLocation(migration.Path), Upgrade = null },
                migration, baseline.Text, Applied: true));
        }

        return all;
    }

    // The files are replayed in the order in which they run; what they make is the snapshot.
    private async Task<ReplayResult> ReplayAsync(
        List<ImportedFile> all, ExistingDatabase? existing, OtherHistory? history, CancellationToken cancellationToken)
    {
        var server = await services.FindScratchServerAsync(options.Proof.ScratchUrl, assembly: null, cancellationToken).ConfigureAwait(false);
        var isComparable = existing is not null && history is not null && !options.Proof.Skip;
        var result = await new ReplayProof(server.Settings, services.Project.Configuration.Filters, server.Options).RunAsync(
            [.. all.Where(a => a.Applied).Select(a => a.Replay)],
            [.. all.Where(a => !a.Applied).Select(a => a.Replay)],
            isComparable ? existing : null,
            cancellationToken).ConfigureAwait(false);
        if (!result.Differences.IsEmpty)
        {
            services.Warn(AdoptProblems.ImportDiffers(result.Differences));
        }

        return result;
    }

    private static void EnsureRunnable(IEnumerable<ImportedFile> imported)
    {
        Diagnostic[] problems = [.. imported.SelectMany(f => MigrationRules.Check(f.Replay)).Where(d => d.Severity == DiagnosticSeverity.Error)];
        if (problems is not [])
        {
            throw new DiagnosticException(FailureKind.Usage, problems);
        }
    }

    // The folder may have been imported for another database already.
    private MigrationSet? Present(ImportedFile[] imported, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(services.Project.MigrationsFolder))
        {
            return null;
        }

        var set = services.Project.Load(cancellationToken);
        return imported.Length > 0 && imported.All(f => set.Find(f.Migration.Revision) is { IsDraft: false }) ? set : null;
    }

    private async Task<AdoptOutcome> StampAsync(
        ImportedFile[] imported, MigrationSet present, OtherHistory? history, DatabaseSession? database, CancellationToken cancellationToken)
    {
        var applied = imported.Where(f => f.Applied).Select(f => f.Migration.Revision).ToHashSet(StringComparer.Ordinal);
        if (database is null || applied.Count == 0)
        {
            throw AdoptProblems.NotFirst(services.Project.MigrationsFolder);
        }

        // Where Alembic's part has no statements, the database must be exactly where the baseline was made.
        string[] heads = [.. Heads(imported.Where(f => f.Applied))];
        var baseline = present.Migrations.FirstOrDefault(m => !m.Parents.IsEmpty && imported.All(f => f.Migration.Revision != m.Revision)
            && m.Parents.All(p => present.Find(p)!.Upgrade.Steps.IsEmpty && imported.Any(f => f.Migration.Revision == p)));
        var recorded = present.Graph.PlanStamp([], baseline is null ? heads : [baseline.Revision]).Add.Select(node => node.Id);
        string[] lacking = [.. recorded.Where(r => !applied.Contains(r) && r != baseline?.Revision)];
        if (lacking is not [] || (baseline is not null && !heads.All(baseline.Parents.Contains)))
        {
            throw AdoptProblems.OtherPlace(history!, lacking);
        }

        heads = baseline is null ? heads : [baseline.Revision];
        if (!options.PlanOnly)
        {
            await FirstMigrations.StampAsync(present, heads, database, cancellationToken).ConfigureAwait(false);
        }

        var outcome = Outcome([.. imported.Where(f => f.Applied)], history, database) with { IsPlan = options.PlanOnly, OnlyStamped = true };
        return baseline is null
            ? outcome
            : outcome with { Migrations = [.. outcome.Migrations, new AdoptedMigration(baseline.Revision, baseline.Message, baseline.Path, Source: null, Applied: true)] };
    }

    private static AdoptOutcome Outcome(IReadOnlyList<ImportedFile> files, OtherHistory? history, DatabaseSession? database) => new()
    {
        Database = database?.Settings.Redacted,
        From = history is null ? null : AdoptedHistory.Of(history),
        Migrations =
        [
            .. files.Select(f => new AdoptedMigration(
                f.Migration.Revision, f.Migration.Message, f.Migration.Path, f.Source.Name.Length == 0 ? null : f.Source.Name, f.Applied)),
        ],
    };

    private static IEnumerable<string> Heads(IEnumerable<ImportedFile> files) => Heads([.. files.Select(f => f.Migration)]);

    private static IEnumerable<string> Heads(IEnumerable<Migration> migrations)
    {
        Migration[] all = [.. migrations];
        var parents = all.SelectMany(m => m.Parents).ToHashSet(StringComparer.Ordinal);
        return all.Select(m => m.Revision).Where(r => !parents.Contains(r));
    }

    private string Message(OtherHistory history) => string.IsNullOrWhiteSpace(options.Message)
        ? $"baseline from {OtherToolNames.NameOf(history.Tool)} at {string.Join(", ", history.Position)}"
        : options.Message;
}
