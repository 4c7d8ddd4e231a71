using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Configuration;

/// <summary>The refusals of the configuration.</summary>
internal static class ConfigurationProblems
{
    public static Diagnostic UnknownKey(string key, SourceLocation where, IReadOnlyList<string> keys) => new()
    {
        Code = DiagnosticCodes.ConfigurationKeyUnknown,
        Summary = $"There is no key '{key}' here.",
        Where = where,
        NextActions = [Choice(key, keys)],
    };

    public static Diagnostic KeyTwice(string key, SourceLocation where) => new()
    {
        Code = DiagnosticCodes.ConfigurationKeyTwice,
        Summary = $"The key '{key}' is here twice.",
        Where = where,
        NextActions = ["Keep one of the two."],
    };

    public static Diagnostic Invalid(string key, SourceLocation where, string problem, string nextAction) => new()
    {
        Code = DiagnosticCodes.ConfigurationValueInvalid,
        Summary = $"'{key}' cannot have this value: {problem}.",
        Where = where,
        NextActions = [nextAction],
    };

    public static Diagnostic UnknownEnvironment(string name, IReadOnlyList<string> names, SourceLocation? where) => new()
    {
        Code = DiagnosticCodes.EnvironmentUnknown,
        Summary = $"The configuration has no environment '{name}'.",
        Where = where,
        NextActions = [names.Count == 0 ? $"Add it under 'environments' in {ProjectConfiguration.FileName}." : Choice(name, names)],
    };

    private static string Choice(string name, IReadOnlyList<string> names) => NearestName.Of(name, names) is { } nearest
        ? $"Did you mean '{nearest}'?"
        : $"Use one of: {string.Join(", ", names)}.";
}
