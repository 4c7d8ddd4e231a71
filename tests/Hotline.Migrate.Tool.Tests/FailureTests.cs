using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Tests;

public sealed class FailureTests
{
    [Theory]
    [InlineData(FailureKind.Migration, 1)]
    [InlineData(FailureKind.Usage, 2)]
    [InlineData(FailureKind.Findings, 3)]
    [InlineData(FailureKind.Confirmation, 4)]
    [InlineData(FailureKind.Lock, 5)]
    [InlineData(FailureKind.AmbiguousGraph, 7)]
    public void Every_kind_of_failure_has_its_exit_code(FailureKind kind, int exitCode)
    {
        var exception = new DiagnosticException(kind, new Diagnostic { Code = "HM0000", Summary = "s" });

        // What a signal interrupts may still end for a reason of its own.
        Assert.Equal(exitCode, (int)Failure.Of(exception, ExitCode.Interrupted, trace: false).ExitCode);
    }

    [Fact]
    public void What_nobody_expected_is_a_bug_and_asks_for_a_report()
    {
        var failure = Failure.Of(new InvalidOperationException("odd"), interruption: null, trace: false);
        var traced = Failure.Of(new InvalidOperationException("odd"), interruption: null, trace: true);

        Assert.Equal(70, (int)failure.ExitCode);
        Assert.Equal("HM0337", failure.Reasons[0].Code);
        Assert.Null(failure.Reasons[0].Why);
        Assert.Contains("--trace", string.Join('\n', failure.Reasons[0].NextActions), StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException: odd", traced.Reasons[0].Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.Interrupted, 130)]
    [InlineData(ExitCode.Terminated, 143)]
    public void What_a_signal_cancelled_ends_with_the_signals_exit_code(object signal, int exitCode) =>
        Assert.Equal(exitCode, (int)Failure.Of(new OperationCanceledException(), (ExitCode)signal, trace: false).ExitCode);

    [Fact]
    public void A_cancellation_that_nobody_asked_for_is_a_bug() =>
        Assert.Equal(70, (int)Failure.Of(new OperationCanceledException(), interruption: null, trace: false).ExitCode);
}
