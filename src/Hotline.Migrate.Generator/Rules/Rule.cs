using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Rules;

/// <summary>Makes the descriptors of the analyzers.</summary>
internal static class Rule
{
    private const string Category = "HotlineMigrate";

    /// <summary>A rule whose message is made where the problem is found.</summary>
    public static DiagnosticDescriptor Of(string code, string title, DiagnosticSeverity severity) => new(
        code,
        title,
        messageFormat: "{0}",
        Category,
        severity,
        isEnabledByDefault: true);
}
