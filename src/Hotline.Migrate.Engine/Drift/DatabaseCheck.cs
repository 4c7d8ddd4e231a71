using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Drift;

/// <summary>Whether a database is what a project says: everything applied, as the files are, and nothing else done to it.</summary>
public static class DatabaseCheck
{
    /// <summary>Looks at the database.</summary>
    /// <returns>What does not hold; empty when all does.</returns>
    /// <exception cref="DiagnosticException">The database cannot be reached, or there is no scratch database to be had (HM0501, HM0502).</exception>
    public static async Task<IReadOnlyList<Diagnostic>> FindAsync(
        MigrationSet migrations, ConnectionSettings database, DriftOptions options, CancellationToken cancellationToken = default)
    {
        var findings = new List<Diagnostic>(await StatusAsync(migrations, database, options.Runner, cancellationToken).ConfigureAwait(false));
        try
        {
            var report = await DriftDetector.DetectAsync(migrations, database, options, cancellationToken).ConfigureAwait(false);
            if (report.HasDrift)
            {
                findings.Add(DriftDiagnostics.Found(report, database));
            }
        }
        catch (DiagnosticException failure) when (failure.Diagnostics[0].Code == DiagnosticCodes.RevisionNotReplayable)
        {
            findings.AddRange(failure.Diagnostics);
        }

        return findings;
    }

    private static async Task<IReadOnlyList<Diagnostic>> StatusAsync(
        MigrationSet migrations, ConnectionSettings database, RunnerOptions options, CancellationToken cancellationToken)
    {
        var source = await DatabaseConnector.OpenAsync(database, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            var exact = options with { AllowNewerDatabase = false };
            var status = MigrationStatus.Of(
                migrations, await new MigrationRunner(source, exact).ReadHistoryAsync(withTexts: false, cancellationToken).ConfigureAwait(false));
            try
            {
                status.EnsureCompatible(exact);
                return [];
            }
            catch (DiagnosticException failure)
            {
                return failure.Diagnostics;
            }
        }
    }
}
