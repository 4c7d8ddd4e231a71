namespace Hotline.Migrate;

/// <summary>A table that has no primary key on purpose. Without it a model without a key is an error.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeylessAttribute : Attribute;
