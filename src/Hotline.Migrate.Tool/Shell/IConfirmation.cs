using System.Diagnostics.CodeAnalysis;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>Asks a person before data is lost.</summary>
internal interface IConfirmation
{
    /// <summary>Goes on when the name of the database was given or is typed.</summary>
    /// <param name="database">The name of the database.</param>
    /// <param name="losses">What would be lost.</param>
    /// <param name="confirmed">The value of <c>--confirm</c>.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="DiagnosticException">Nobody can be asked, or the answer was another.</exception>
    Task RequireAsync(string database, IReadOnlyList<DataLossNote> losses, string? confirmed, CancellationToken cancellationToken);

    /// <summary>Refuses what was not asked for.</summary>
    /// <exception cref="DiagnosticException">Always.</exception>
    [DoesNotReturn]
    void Refuse(string database, IReadOnlyList<DataLossNote> losses);
}
