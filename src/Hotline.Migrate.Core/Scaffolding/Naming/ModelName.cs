namespace Hotline.Migrate.Scaffolding.Naming;

/// <summary>The name of a scaffolded type.</summary>
/// <param name="Space">The namespace below the root: empty for the schema <c>public</c>.</param>
/// <param name="Name">The type's name.</param>
internal sealed record ModelName(string Space, string Name);
