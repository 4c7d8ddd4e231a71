using Hotline.Migrate.Adopting;
using Hotline.Migrate.Comparing;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Drafting;
using Hotline.Migrate.Importing;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Projects;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Adopting;

/// <summary>Makes one migration of all that a database holds, and records that the database has it.</summary>
internal static class BaselineFlow
{
    /// <summary>Does it, or tells what would be done.</summary>
    public static async Task<AdoptOutcome> ExecuteAsync(
        BaselineOptions options,
        FirstMigrations folder,
        ExistingDatabase existing,
        OtherHistory? from,
        DatabaseSession database,
        ToolServices services,
        CancellationToken cancellationToken)
    {
        if (existing.Schema.Objects.IsEmpty)
        {
            throw AdoptProblems.Nothing(database.Name);
        }

        var plan = Compose(services.Project, existing.Schema, options.Message, []);
        var migration = MigrationFile.Parse(plan.Path, plan.Text);
        var proof = await ProveAsync(migration, existing, options.Proof, services, cancellationToken).ConfigureAwait(false);
        var leftOut = proof?.LeftOut ?? [.. existing.LeftOut];
        if (!leftOut.IsEmpty)
        {
            services.Warn(AdoptProblems.LeftOut(leftOut));
        }

        if (!options.PlanOnly)
        {
            await folder.SealAndStampAsync(plan.Changes, [migration], [migration.Revision], database, cancellationToken).ConfigureAwait(false);
        }

        return new AdoptOutcome
        {
            Database = database.Settings.Redacted,
            From = from is null ? null : AdoptedHistory.Of(from),
            Migrations = [new AdoptedMigration(migration.Revision, migration.Message, migration.Path, Source: null, Applied: true)],
            Objects = Count(existing.Schema),
            LeftOut = leftOut,
            Proven = proof is null ? null : true,
            IsPlan = options.PlanOnly,
        };
    }

    /// <summary>The migration that makes a schema of nothing.</summary>
    public static SealPlan Compose(ToolProject project, DatabaseSchema schema, string message, EquatableArray<string> parents) => DraftSealer.Seal(
        new DraftSituation
        {
            Folder = project.MigrationsFolder,
            Migrations = [],
            Snapshot = DatabaseSchema.Empty,
            Model = schema,
            NewRevision = RevisionId.New(),
            Now = DateTimeOffset.UtcNow,
            Rendering = RenderOptions.Online with { BodiesUnchecked = true },
            FileNameTemplate = project.Configuration.FileNameTemplate,
            Template = project.Configuration.NewFileTemplate,
        },
        new SealRequest(message) { Parents = parents })!;

    /// <summary>How many objects of each kind there are.</summary>
    public static SortedDictionary<string, int> Count(DatabaseSchema schema) =>
        new(schema.Objects.CountBy(o => o.Kind).ToDictionary(), StringComparer.Ordinal);

    private static async Task<ReplayResult?> ProveAsync(
        Migration migration, ExistingDatabase existing, ProofOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        if (options.Skip)
        {
            return null;
        }

        try
        {
            var server = await services.FindScratchServerAsync(options.ScratchUrl, assembly: null, cancellationToken).ConfigureAwait(false);
            var result = await new ReplayProof(server.Settings, services.Project.Configuration.Filters, server.Options)
                .RunAsync([migration], [], existing, cancellationToken).ConfigureAwait(false);
            SchemaDifference[] differences = [.. result.Differences.Where(d => !IsLeftOut(d, result.LeftOut))];
            return differences is [] ? result : throw AdoptProblems.Differs(differences);
        }
        catch (DiagnosticException refusal) when (refusal.Diagnostics[0].Code is DiagnosticCodes.ScratchNotAllowed or DiagnosticCodes.ScratchNotCreated)
        {
            services.Warn(AdoptProblems.NotProven(refusal.Diagnostics[0]));
            return null;
        }
    }

    private static bool IsLeftOut(SchemaDifference difference, EquatableArray<string> leftOut) => leftOut.Contains(difference.Words);
}
