using Hotline.Migrate.Diagnostics;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Hotline.Migrate.Build.Logging;

/// <summary>Says diagnostics in MSBuild's canonical form, <c>file(line,column): error HM0160: ...</c>, which editors and CI make clickable.</summary>
/// <param name="log">The task's log.</param>
/// <param name="projectFile">What a diagnostic without a place is about.</param>
internal sealed class BuildLog(TaskLoggingHelper log, string projectFile)
{
    /// <summary>Whether an error was said.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Says it with its own severity.</summary>
    public void Say(Diagnostic diagnostic)
    {
        var where = diagnostic.Where ?? new SourceLocation(projectFile);
        var text = Text(diagnostic);
        switch (diagnostic.Severity)
        {
            case DiagnosticSeverity.Error:
                HasErrors = true;
                log.LogError(null, diagnostic.Code, null, null, where.Path, where.Line, where.Column, 0, 0, "{0}", text);
                break;
            case DiagnosticSeverity.Warning:
                log.LogWarning(null, diagnostic.Code, null, null, where.Path, where.Line, where.Column, 0, 0, "{0}", text);
                break;
            default:
                log.LogMessage(null, diagnostic.Code, null, where.Path, where.Line, where.Column, 0, 0, MessageImportance.High, "{0}", text);
                break;
        }
    }

    /// <summary>Says what only a detailed log shows.</summary>
    public void Detail(string text) => log.LogMessage(MessageImportance.Low, "{0}", text);

    // One line each: what follows a line break loses the place and the code.
    private static string Text(Diagnostic diagnostic)
    {
        string?[] parts = [diagnostic.Summary, diagnostic.Why, .. diagnostic.NextActions.Select(a => "-> " + a)];
        return string.Join(' ', parts.Where(p => !string.IsNullOrEmpty(p)).Select(p => p!.ReplaceLineEndings(" ")));
    }
}
