using Hotline.Migrate.Connecting;
using Hotline.Migrate.Impact;
using Hotline.Migrate.Impact.Catalog;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Planning;

/// <summary>What a plan will lock, scan and rewrite, and how big the tables are that it touches.</summary>
/// <param name="Changes">The changes of the plan, in order.</param>
/// <param name="Facts">What the database is like now.</param>
public sealed record PlanImpact(IReadOnlyList<ChangeImpact> Changes, CatalogFacts Facts)
{
    private const int LongestText = 60;

    /// <summary>Looks the tables of <paramref name="plan"/> up, and changes nothing.</summary>
    public static async Task<PlanImpact> ReadAsync(NpgsqlDataSource source, RunPlan plan, CancellationToken cancellationToken = default)
    {
        var statements = plan.Changes.SelectMany(Commands).Select(SqlOf).OfType<string>().ToList();
        var blind = new ImpactAnalysis(CatalogFacts.None);
        var names = statements.SelectMany(sql => blind.Next(sql).Relations).Select(r => r.Relation).Distinct().ToList();
        var functions = statements.SelectMany(ImpactAnalysis.FunctionsOf).Distinct().ToList();
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await SessionState.SearchAsMigrationsAsync(connection, cancellationToken).ConfigureAwait(false);
            return Of(plan, await CatalogFactsReader.ReadAsync(connection, names, functions, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>The size of a relation; <c>null</c> for one that is not there yet.</summary>
    public RelationFacts? Find(RelationName name) => Facts.Find(name);

    private static PlanImpact Of(RunPlan plan, CatalogFacts facts)
    {
        var analysis = new ImpactAnalysis(facts);
        return new PlanImpact(
            [.. plan.Changes.Select(change => new ChangeImpact(change, [.. Commands(change).Select(c => Of(c, analysis))]))],
            facts);
    }

    private static CommandImpact Of(MigrationCommand command, ImpactAnalysis analysis) => SqlOf(command) is { } sql
        ? new CommandImpact(command, InOneLine(sql), analysis.Next(sql))
        : new CommandImpact(command, command is CodeCommand code ? $"hm:code {code.TypeName}" : command.GetType().Name, StatementImpact.Opaque);

    private static IEnumerable<MigrationCommand> Commands(PlannedChange change) => change.Section.Steps.SelectMany(step => step.Commands);

    private static string? SqlOf(MigrationCommand command) => command switch
    {
        SqlCommand sql => sql.Sql,
        BatchCommand batch => batch.Sql,
        CopyCommand copy => copy.Sql,
        _ => null,
    };

    private static string InOneLine(string sql)
    {
        var text = string.Join(' ', sql[..Math.Min(sql.Length, 400)].Split((char[])['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText - 3), "...");
    }
}
