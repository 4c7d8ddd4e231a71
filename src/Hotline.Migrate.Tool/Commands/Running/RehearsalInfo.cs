namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>What a rehearsal ran on.</summary>
/// <param name="Way"><c>clone</c> for a whole copy of the database, <c>replica</c> for its schema with some of the rows.</param>
/// <param name="Reason">Why on that.</param>
/// <param name="CopyMs">How long making the copy took.</param>
internal sealed record RehearsalInfo(string Way, string Reason, double CopyMs);
