using Hotline.Migrate.Schema;

namespace Hotline.Migrate.SchemaFiles.Statements;

/// <summary>A <c>CREATE</c> of an object that stands for itself.</summary>
/// <param name="Object">The object.</param>
internal sealed record CreatedObject(SchemaObject Object) : SchemaStatement;
