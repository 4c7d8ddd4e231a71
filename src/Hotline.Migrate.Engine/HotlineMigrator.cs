using System.Reflection;
using Hotline.Migrate.Applications;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate;

/// <summary>An application's door to its migrations: brings its database up to date, or checks that it is.</summary>
/// <remarks>
/// Any number of processes may start at once: one migrates, the others wait for it. By default a database that is newer than the
/// application is accepted, so that an older release can restart beside a newer one (<see cref="RunnerOptions.AllowNewerDatabase"/>).
/// </remarks>
public sealed class HotlineMigrator
{
    private HotlineMigrator(MigrationSet migrations, RunnerOptions? options)
    {
        Migrations = migrations;
        Options = options ?? new RunnerOptions { AllowNewerDatabase = true };
    }

    /// <summary>The migrations that the application has.</summary>
    public MigrationSet Migrations { get; }

    /// <summary>How they are run.</summary>
    public RunnerOptions Options { get; }

    /// <summary>Takes the migrations from a folder that was published with the application.</summary>
    /// <param name="path">The folder; a relative one lies beside the application's own files.</param>
    /// <param name="options">How to run them.</param>
    /// <exception cref="DiagnosticException">The folder is missing, a file cannot be read, or they do not make a graph.</exception>
    public static HotlineMigrator FromDirectory(string path = "migrations", RunnerOptions? options = null) =>
        new(MigrationSet.Load(Path.Combine(AppContext.BaseDirectory, path)), options);

    /// <summary>Takes the migrations from the resources that are embedded in an assembly: every <c>.sql</c> that is a migration file.</summary>
    /// <exception cref="DiagnosticException">There is none, one cannot be read, or they do not make a graph.</exception>
    public static HotlineMigrator FromEmbeddedResources(Assembly assembly, RunnerOptions? options = null) =>
        new(EmbeddedMigrations.Load(assembly), options);

    /// <summary>Takes migrations that were read already.</summary>
    /// <exception cref="DiagnosticException">They do not make a graph.</exception>
    public static HotlineMigrator FromMigrations(IEnumerable<Migration> migrations, RunnerOptions? options = null) =>
        new(MigrationSet.Of(migrations), options);

    /// <summary>The same migrations, run in another way.</summary>
    public HotlineMigrator With(RunnerOptions options) => new(Migrations, options);

    /// <summary>Applies what the database lacks.</summary>
    /// <returns>What was done; no change when the database was up to date.</returns>
    /// <exception cref="DiagnosticException">It was refused or failed; the diagnostics tell why, where and what to do.</exception>
    public Task<RunResult> UpgradeAsync(NpgsqlDataSource database, CancellationToken cancellationToken = default) =>
        new MigrationRunner(database, Options).RunAsync(
            history => MigrationPlans.Upgrade(Migrations, history, [], Options), withTexts: false, cancellationToken);

    /// <inheritdoc cref="UpgradeAsync(NpgsqlDataSource, CancellationToken)"/>
    /// <param name="connectionString">A <c>postgresql://</c> URL, a libpq keyword string or an Npgsql connection string.</param>
    /// <param name="cancellationToken">Interrupts the run at a boundary between two migrations.</param>
    public Task<RunResult> UpgradeAsync(string connectionString, CancellationToken cancellationToken = default) =>
        WithDatabaseAsync(connectionString, database => UpgradeAsync(database, cancellationToken), cancellationToken);

    /// <summary>Compares the database with what this build needs. Changes nothing.</summary>
    public async Task<MigrationStatus> GetStatusAsync(NpgsqlDataSource database, CancellationToken cancellationToken = default) =>
        MigrationStatus.Of(
            Migrations, await new MigrationRunner(database, Options).ReadHistoryAsync(withTexts: false, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc cref="GetStatusAsync(NpgsqlDataSource, CancellationToken)"/>
    public Task<MigrationStatus> GetStatusAsync(string connectionString, CancellationToken cancellationToken = default) =>
        WithDatabaseAsync(connectionString, database => GetStatusAsync(database, cancellationToken), cancellationToken);

    /// <summary>Makes sure that the database has every revision that this build needs. Changes nothing.</summary>
    /// <exception cref="DiagnosticException">It has not (HM0419, HM0404, HM0405); the diagnostics tell what to do.</exception>
    public async Task EnsureCompatibleAsync(NpgsqlDataSource database, CancellationToken cancellationToken = default) =>
        (await GetStatusAsync(database, cancellationToken).ConfigureAwait(false)).EnsureCompatible(Options);

    /// <inheritdoc cref="EnsureCompatibleAsync(NpgsqlDataSource, CancellationToken)"/>
    public Task EnsureCompatibleAsync(string connectionString, CancellationToken cancellationToken = default) =>
        WithDatabaseAsync(connectionString, async database =>
        {
            await EnsureCompatibleAsync(database, cancellationToken).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    private static async Task<T> WithDatabaseAsync<T>(
        string connectionString, Func<NpgsqlDataSource, Task<T>> work, CancellationToken cancellationToken)
    {
        var settings = ConnectionSettings.Parse(connectionString, new ConnectionOrigin("the application's connection string"));
        var database = await DatabaseConnector.OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            return await work(database).ConfigureAwait(false);
        }
    }
}
