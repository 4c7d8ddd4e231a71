using Hotline.Migrate.Verifying;

namespace Hotline.Migrate.Tool.Commands.Checking;

/// <summary>Tells the steps of a proof as lines.</summary>
internal sealed class VerifyProgress(IProgress<string> lines) : IProgress<VerifyStep>
{
    /// <inheritdoc />
    public void Report(VerifyStep value) => lines.Report(value.Revision is null
        ? value.Name
        : FormattableString.Invariant($"[{value.Number}/{value.Total}] {value.Name} {value.Revision}"));
}
