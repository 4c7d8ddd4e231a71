namespace Hotline.Migrate.SchemaFiles.Statements;

/// <summary>A <c>COMMENT ON</c>.</summary>
/// <param name="Target">The object.</param>
/// <param name="Text">The comment; <c>null</c> for <c>NULL</c>.</param>
internal sealed record CommentedObject(ObjectReference Target, string? Text) : SchemaStatement;
