using Hotline.Migrate.Configuration;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Build;

/// <summary>Decides what the build does: the property, else the configuration, else <c>Check</c> in CI builds and <c>Draft</c> elsewhere.</summary>
internal static class OnBuildChoice
{
    /// <summary>The decision.</summary>
    /// <param name="property">The value of <c>HotlineMigrateOnBuild</c>; empty where it is not set.</param>
    /// <param name="configured">What the configuration says.</param>
    /// <param name="continuousIntegration">Whether this is a CI build.</param>
    /// <exception cref="DiagnosticException">The property has a value that there is not (HM0158).</exception>
    public static OnBuild Of(string property, BuildMode? configured, bool continuousIntegration)
    {
        if (property.Length > 0)
        {
            return Enum.GetNames<OnBuild>().FirstOrDefault(n => n.Equals(property, StringComparison.OrdinalIgnoreCase)) is { } name
                ? Enum.Parse<OnBuild>(name)
                : throw Invalid(property);
        }

        return configured switch
        {
            BuildMode.Draft => OnBuild.Draft,
            BuildMode.Check => OnBuild.Check,
            BuildMode.Off => OnBuild.Off,
            _ => continuousIntegration ? OnBuild.Check : OnBuild.Draft,
        };
    }

    private static DiagnosticException Invalid(string property) => new(FailureKind.Usage, new Diagnostic
    {
        Code = DiagnosticCodes.OnBuildInvalid,
        Summary = $"HotlineMigrateOnBuild cannot be '{property}'.",
        NextActions = ["Use Draft, Check or Off."],
    });
}
