using Hotline.Migrate.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Rules;

/// <summary>How a project uses the package.</summary>
internal static class ProjectRules
{
    /// <summary>HM0030.</summary>
    public static readonly DiagnosticDescriptor NotSwitchedOn = Rule.Of(
        DiagnosticCodes.NotSwitchedOn, "The generator is not switched on for this project", DiagnosticSeverity.Info);
}
