using System.Collections;
using System.Globalization;
using Microsoft.Build.Framework;

namespace Hotline.Migrate.Build.Tests.Projects;

/// <summary>Keeps what a task says, as MSBuild would print it.</summary>
internal sealed class FakeBuildEngine : IBuildEngine
{
    public List<string> Errors { get; } = [];

    public List<string> Warnings { get; } = [];

    public List<string> Messages { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "";

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new NotSupportedException();

    public void LogCustomEvent(CustomBuildEventArgs e) => throw new NotSupportedException();

    public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Add(Canonical(e.File, e.LineNumber, e.ColumnNumber, "error", e.Code, e.Message));

    public void LogWarningEvent(BuildWarningEventArgs e) => Warnings.Add(Canonical(e.File, e.LineNumber, e.ColumnNumber, "warning", e.Code, e.Message));

    public void LogMessageEvent(BuildMessageEventArgs e)
    {
        if (e.Importance == MessageImportance.High)
        {
            Messages.Add(Canonical(e.File, e.LineNumber, e.ColumnNumber, "message", e.Code, e.Message));
        }
    }

    private static string Canonical(string? file, int line, int column, string severity, string? code, string? message)
    {
        var place = line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"({line},{column})");
        return $"{Path.GetFileName(file)}{place}: {severity} {code}: {message}";
    }
}
