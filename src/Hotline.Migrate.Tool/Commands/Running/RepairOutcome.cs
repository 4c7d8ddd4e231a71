namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>What <c>repair</c> wrote into the history.</summary>
/// <param name="Database">The database, without its password.</param>
/// <param name="Revision">The revision.</param>
/// <param name="Action">What was decided: <c>done</c>, <c>again</c>, <c>restart</c> or <c>accept</c>.</param>
internal sealed record RepairOutcome(string Database, string Revision, string Action);
