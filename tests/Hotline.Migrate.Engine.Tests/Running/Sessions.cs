namespace Hotline.Migrate.Engine.Tests.Running;

/// <summary>Looks at the sessions of a test's database from outside.</summary>
internal static class Sessions
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Waits for a session that matches, a condition on <c>pg_stat_activity</c>.</summary>
    public static async Task<int> WaitAsync(TestDatabase database, string condition, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        while (true)
        {
            var pid = await database.ScalarAsync<int>(
                $"SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle' AND {condition}",
                limit.Token);
            if (pid != 0)
            {
                return pid;
            }

            await Task.Delay(20, limit.Token);
        }
    }

    /// <summary>Ends the session that matches, as soon as there is one.</summary>
    public static async Task KillAsync(TestDatabase database, string condition, CancellationToken cancellationToken)
    {
        var pid = await WaitAsync(database, condition, cancellationToken);
        await database.ScalarAsync<bool>(FormattableString.Invariant($"SELECT pg_terminate_backend({pid}, 10000)"), cancellationToken);
    }
}
