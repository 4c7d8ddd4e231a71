using Hotline.Migrate.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Rules;

/// <summary>What looks like a rename. The build asks by HM0110, so that this is for the editor alone.</summary>
internal static class RenameRules
{
    /// <summary>HM0034.</summary>
    public static readonly DiagnosticDescriptor Candidate = Rule.Of(
        DiagnosticCodes.RenameCandidate, "Something new may be something renamed", DiagnosticSeverity.Info);

    /// <summary>The diagnostic's property with what is new, as messages name it.</summary>
    public const string NewProperty = "new";

    /// <summary>The diagnostic's properties with the old names, by a number from 0.</summary>
    public const string OldProperty = "old";

    /// <summary>The same with the schema, where it is another one.</summary>
    public const string SchemaProperty = "schema";

    /// <summary>The same as messages name it.</summary>
    public const string ShownProperty = "shown";
}
