using Hotline.Migrate.Diffing;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>Asks a person whether something was renamed or really goes.</summary>
internal interface IRenameChoice
{
    /// <summary>Whether somebody is there to answer.</summary>
    bool CanAsk { get; }

    /// <summary>Asks one question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The new name; empty when it really goes; <c>null</c> when there is no answer.</returns>
    Task<string?> AskAsync(RenameQuestion question, CancellationToken cancellationToken);
}
