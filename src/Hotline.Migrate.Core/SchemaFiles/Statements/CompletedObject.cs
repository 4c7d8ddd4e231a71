namespace Hotline.Migrate.SchemaFiles.Statements;

/// <summary>An <c>ALTER</c> that completes an object.</summary>
/// <param name="Target">The object.</param>
/// <param name="Sql">The statement without its semicolon.</param>
internal sealed record CompletedObject(ObjectReference Target, string Sql) : SchemaStatement;
