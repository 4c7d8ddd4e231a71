using System.Diagnostics;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Running;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Verifying;

/// <summary>Proves migrations on a real server, on scratch databases that are dropped afterwards.</summary>
/// <remarks>
/// What is proven: every revision can be applied, one after the other from an empty database; at the end the schema is the one
/// that the model describes; every downgrade gives the schema from before its upgrade; and all can be applied again. Schemas are
/// compared as PostgreSQL tells them, those of the model too, which is why a second scratch database is made of it.
/// </remarks>
public static class MigrationVerifier
{
    /// <summary>Proves <paramref name="migrations"/>.</summary>
    /// <param name="migrations">The migrations, drafts among them.</param>
    /// <param name="model">The schema that they have to give; <c>null</c> leaves that out.</param>
    /// <param name="server">A database on the server to do it on. That database itself is not touched.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Ends the proof; the scratch databases are dropped.</param>
    /// <exception cref="DiagnosticException">The server cannot be reached, or there is no scratch database to be had (HM0501, HM0502).</exception>
    public static async Task<VerifyResult> VerifyAsync(
        MigrationSet migrations,
        DatabaseSchema? model,
        ConnectionSettings server,
        VerifyOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var watch = Stopwatch.StartNew();
        var used = options ?? new VerifyOptions();
        var managed = new ManagedObjects(used.Filters, used.Runner.History);
        var plan = VerifyPlan.Of(migrations, used.Applied);
        var run = new VerifyRun(plan, server, managed, used);
        await using (run.ConfigureAwait(false))
        {
            await run.RunAsync(model, cancellationToken).ConfigureAwait(false);
        }

        return new VerifyResult(run.Findings, plan.Ground.Count, plan.Steps.Count, watch.Elapsed);
    }
}
