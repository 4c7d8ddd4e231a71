namespace Hotline.Migrate.Operations;

/// <summary>What an operation destroys.</summary>
/// <param name="Code">The code of the safety rule that names it: <c>HM1002</c> for a dropped column.</param>
/// <param name="Text">What is lost, to be read after "data loss:".</param>
public sealed record DataLoss(string Code, string Text);
