namespace Hotline.Migrate;

/// <summary>The table is <c>UNLOGGED</c>: faster to write, empty after a crash, not replicated.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnloggedAttribute : Attribute;
