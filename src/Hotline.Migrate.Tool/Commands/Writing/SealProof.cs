using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Drafting;
using Hotline.Migrate.Files;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Commands.Checking;
using Hotline.Migrate.Tool.Shell;
using Hotline.Migrate.Verifying;

namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>Proves a migration before it is sealed.</summary>
internal static class SealProof
{
    /// <summary>Proves the migration of <paramref name="plan"/> on top of those that are sealed.</summary>
    /// <param name="plan">What is to be sealed.</param>
    /// <param name="situation">What it was made from.</param>
    /// <param name="scratchUrl">The server for the scratch databases, or <c>null</c> for the database's own.</param>
    /// <param name="services">What the command works with.</param>
    /// <param name="cancellationToken">Ends the proof.</param>
    /// <exception cref="DiagnosticException">It does not hold, or there is no server to prove it on.</exception>
    public static async Task RequireAsync(
        SealPlan plan, DraftSituation situation, string? scratchUrl, ToolServices services, CancellationToken cancellationToken)
    {
        var sealedOnes = situation.Migrations.Where(m => !m.IsDraft).ToList();
        var server = await services.FindScratchServerAsync(scratchUrl, assembly: null, cancellationToken).ConfigureAwait(false);
        var result = await MigrationVerifier.VerifyAsync(
            MigrationSet.Of([.. sealedOnes, MigrationFile.Parse(plan.Path, plan.Text)]),
            situation.Model,
            server.Settings,
            new Migrate.Verifying.VerifyOptions
            {
                Runner = server.Options,
                Filters = services.Project.Configuration.Filters,
                Applied = [.. sealedOnes.Select(m => m.Revision)],
                Progress = new VerifyProgress(services.Progress),
            },
            cancellationToken).ConfigureAwait(false);
        if (!result.Holds)
        {
            throw new DiagnosticException(FailureKind.Findings, [.. result.Findings.Select(f => f.Diagnostic with { Where = InDraft(f.Diagnostic.Where, plan, situation) })]);
        }
    }

    // The sealed file is not written yet. The draft can be opened, and says the same behind another header.
    private static SourceLocation? InDraft(SourceLocation? where, SealPlan plan, DraftSituation situation)
    {
        if (where?.Path != plan.Path || DraftPlanner.FindDraft(situation.Migrations) is not { } draft)
        {
            return where?.Path == plan.Path ? null : where;
        }

        var (text, start) = (TextFile.Read(draft.Path), BodyOf(plan.Text));
        var draftStart = BodyOf(text);
        if (text[draftStart..] != plan.Text[start..])
        {
            return new SourceLocation(draft.Path);
        }

        var moved = text.AsSpan(0, draftStart).Count('\n') - plan.Text.AsSpan(0, start).Count('\n');
        return where with { Path = draft.Path, Line = where.Line == 0 ? 0 : where.Line + moved };
    }

    private static int BodyOf(string text) => Math.Max(0, text.IndexOf("\n-- hm:", StringComparison.Ordinal));
}
