using System.Globalization;
using Hotline.Migrate.Locking;

namespace Hotline.Migrate.Running;

/// <summary>A session that another one waits for.</summary>
/// <param name="Holder">The session.</param>
/// <param name="Query">What it runs, or ran last.</param>
/// <param name="Age">How long its transaction has been open.</param>
/// <param name="State">What it does, as <c>pg_stat_activity</c> says.</param>
internal sealed record Blocker(LockHolder Holder, string Query, TimeSpan Age, string State)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"Held up by {Holder}, {State}, transaction open for {Age.TotalSeconds:0} s: {Query}");
}
