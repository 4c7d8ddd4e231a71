using System.Diagnostics;
using System.Globalization;

namespace Hotline.Migrate.Testing;

/// <summary>How many faults a test makes, and for how long: a few by default, as many as <c>HOTLINE_MIGRATE_TEST_ITERATIONS</c> says for a long run.</summary>
public sealed class FaultBudget
{
    private readonly int wanted;
    private readonly TimeSpan limit;
    private readonly Stopwatch watch = Stopwatch.StartNew();

    /// <summary>A budget of so many faults within so many seconds, whichever ends first.</summary>
    public FaultBudget(int faults, int seconds) =>
        (wanted, limit) = int.TryParse(Environment.GetEnvironmentVariable("HOTLINE_MIGRATE_TEST_ITERATIONS"), CultureInfo.InvariantCulture, out var given)
            ? (given, TimeSpan.MaxValue)
            : (faults, TimeSpan.FromSeconds(seconds));

    /// <summary>How many faults were made that something did not get done by.</summary>
    public int Survived { get; private set; }

    /// <summary>Whether more are wanted.</summary>
    public bool IsLeft => Survived < wanted && watch.Elapsed < limit;

    /// <summary>The time since the first one.</summary>
    public TimeSpan Elapsed => watch.Elapsed;

    /// <summary>Counts one.</summary>
    public void Survive() => Survived++;
}
