namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>A property of a class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its attributes and its declaration, a line each.</param>
/// <param name="Usings">The namespaces that it needs.</param>
/// <param name="IsShareable">Whether it means the same in a base class, for each table that derives from it.</param>
internal sealed record PropertyText(string Name, string Text, IReadOnlyList<string> Usings, bool IsShareable);
