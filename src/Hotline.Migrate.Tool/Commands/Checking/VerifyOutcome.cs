using Hotline.Migrate.Verifying;

namespace Hotline.Migrate.Tool.Commands.Checking;

/// <summary>What a proof came to.</summary>
/// <param name="Server">The server that it ran on.</param>
/// <param name="Result">What was found.</param>
/// <param name="ModelCompared">Whether there was a model to compare with.</param>
internal sealed record VerifyOutcome(string Server, VerifyResult Result, bool ModelCompared);
