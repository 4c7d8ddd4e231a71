using System.Globalization;
using Hotline.Migrate.Locking;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>A session that another one waits for.</summary>
/// <param name="Holder">The session.</param>
/// <param name="Query">What it runs, or ran last.</param>
/// <param name="Age">How long its transaction has been open.</param>
/// <param name="State">What it does, as <c>pg_stat_activity</c> says.</param>
internal sealed record Blocker(LockHolder Holder, string Query, TimeSpan Age, string State)
{
    /// <summary>What <see cref="Read"/> reads, of <c>blocker</c>, which has a <c>pid</c>, and <c>a</c>, its row of <c>pg_stat_activity</c>. Pid 0 is a prepared transaction.</summary>
    public const string Columns =
        """
        blocker.pid,
        CASE blocker.pid WHEN 0 THEN 'a prepared transaction (pg_prepared_xacts)' ELSE coalesce(a.application_name, '') END,
        coalesce(a.client_hostname, pg_catalog.host(a.client_addr), 'local'),
        coalesce(a.usename::pg_catalog.text, ''), coalesce(a.backend_start, pg_catalog.now()),
        coalesce(pg_catalog.left(a.query, 200), ''), pg_catalog.clock_timestamp() - coalesce(a.xact_start, pg_catalog.clock_timestamp()),
        coalesce(a.state, 'active')
        """;

    /// <summary>Reads <see cref="Columns"/>.</summary>
    public static Blocker Read(NpgsqlDataReader row) => new(
        new LockHolder(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), new(DateTime.SpecifyKind(row.GetDateTime(4), DateTimeKind.Utc))),
        row.GetString(5).ReplaceLineEndings(" "),
        row.GetTimeSpan(6),
        row.GetString(7));

    /// <summary>What to tell of it to whoever follows the run.</summary>
    public RunEvent.Blocked Of(PlannedChange change) => new(change, Holder, Query, Age) { State = State };

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"Held up by {Holder}, {State}, transaction open for {Age.TotalSeconds:0} s: {Query}");
}
