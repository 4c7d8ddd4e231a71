namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>A migration that is not applied.</summary>
/// <param name="Revision">Its id.</param>
/// <param name="Message">What it is for.</param>
/// <param name="Path">Its file.</param>
/// <param name="IsDraft">Whether it is not sealed yet.</param>
/// <param name="Commands">How many statements and steps it runs.</param>
/// <param name="InTransaction">Whether all of it runs in one transaction.</param>
/// <param name="DataLoss">What it destroys.</param>
internal sealed record PendingMigration(
    string Revision, string Message, string Path, bool IsDraft, int Commands, bool InTransaction, IReadOnlyList<string> DataLoss);
