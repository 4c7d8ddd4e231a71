using Hotline.Migrate.Engine.Tests.Running;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Faults;

/// <summary>What goes through an ordeal.</summary>
/// <param name="Set">The migrations.</param>
/// <param name="Options">How they are run.</param>
/// <param name="Setup">Creates what they work on.</param>
/// <param name="FindWrongAsync">Tells what is there too often or not often enough behind so many ways up and down; empty when nothing is.</param>
internal sealed record OrdealSubject(
    MigrationSet Set, RunnerOptions Options, string Setup, Func<NpgsqlDataSource, int, int, CancellationToken, Task<string>> FindWrongAsync)
{
    /// <summary>Thirty migrations of every kind.</summary>
    public static OrdealSubject Counted { get; } = new(
        CountedMigrations.All.Aggregate(new Project(), (project, next) => project.Add(next.Upgrade, next.Downgrade)).Set,
        new RunnerOptions(),
        CountedMigrations.Setup,
        CountedMigrations.FindWrongAsync);
}
