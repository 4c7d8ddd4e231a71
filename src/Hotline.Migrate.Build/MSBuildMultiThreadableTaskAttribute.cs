#pragma warning disable IDE0130 // MSBuild finds the attribute by this name, whatever assembly declares it.
namespace Microsoft.Build.Framework;
#pragma warning restore IDE0130

/// <summary>
/// Says that a task uses no state of the process (current directory, environment, console), so that multithreaded builds run it
/// in their own process.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
