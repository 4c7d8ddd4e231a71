namespace Hotline.Migrate.Tool.Commands.Adopting;

/// <summary>The command line of <c>baseline</c>.</summary>
/// <param name="Message">What the migration says.</param>
/// <param name="PlanOnly">Whether to show what would be done, and do nothing.</param>
/// <param name="Proof">How the migration is proven.</param>
internal sealed record BaselineOptions(string Message, bool PlanOnly, ProofOptions Proof);
