using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Faults;

/// <summary>Migrates up and down while something goes wrong at random, and starts again until it is done.</summary>
/// <param name="runs">What the runs connect with.</param>
/// <param name="looks">What the result is looked at with.</param>
/// <param name="budget">How many faults to make.</param>
/// <param name="subject">What is migrated.</param>
internal sealed class Ordeal(NpgsqlDataSource runs, NpgsqlDataSource looks, FaultBudget budget, OrdealSubject subject)
{
    private readonly MigrationRunner runner = new(runs, subject.Options);

    /// <summary>Migrates thirty migrations of every kind.</summary>
    public Ordeal(NpgsqlDataSource runs, NpgsqlDataSource looks, FaultBudget budget)
        : this(runs, looks, budget, OrdealSubject.Counted)
    {
    }

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    /// <summary>Goes up and down until the budget is used up.</summary>
    /// <param name="tryAsync">Makes one run and a fault at any point of it; it is told how many runs were tried before in the same direction.</param>
    /// <returns>What to print.</returns>
    public async Task<string> GoThroughAsync(Func<Func<CancellationToken, Task<RunResult>>, int, Task<RunResult>> tryAsync)
    {
        await using (var setup = looks.CreateCommand(subject.Setup))
        {
            await setup.ExecuteNonQueryAsync(CancellationToken);
        }

        var cycles = 0;
        for (; budget.IsLeft; cycles++)
        {
            await UntilDoneAsync(history => MigrationPlans.Upgrade(subject.Set, history, [], subject.Options), tryAsync);
            Assert.Equal("", await subject.FindWrongAsync(looks, cycles + 1, cycles, CancellationToken));
            await UntilDoneAsync(history => MigrationPlans.Downgrade(subject.Set, history, "base"), tryAsync);
            Assert.Equal("", await subject.FindWrongAsync(looks, cycles + 1, cycles + 1, CancellationToken));
        }

        Assert.True(budget.Survived > 0);
        return FormattableString.Invariant($"{budget.Survived} faults survived in {cycles} ways up and down, {budget.Elapsed.TotalSeconds:0.0} s");
    }

    private async Task UntilDoneAsync(
        Func<DatabaseHistory, RunPlan> plan, Func<Func<CancellationToken, Task<RunResult>>, int, Task<RunResult>> tryAsync)
    {
        for (var tried = 0; ; tried++)
        {
            try
            {
                await (budget.IsLeft ? tryAsync(Run, tried) : Run(CancellationToken));
                return;
            }
            catch (Exception e) when (!CancellationToken.IsCancellationRequested
                && (e is OperationCanceledException || e is DiagnosticException { Diagnostics: [{ Code: DiagnosticCodes.ConnectionLost }] }))
            {
                budget.Survive();
            }
        }

        Task<RunResult> Run(CancellationToken token) => runner.RunAsync(plan, token);
    }
}
