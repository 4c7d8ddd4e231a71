using System.Reflection;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>The version of this tool.</summary>
internal static class ToolVersion
{
    /// <summary>The package version, without the commit.</summary>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "0.0.0";
}
