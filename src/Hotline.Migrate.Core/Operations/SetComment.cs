namespace Hotline.Migrate.Operations;

/// <summary><c>COMMENT ON</c>.</summary>
public sealed record SetComment(CommentTarget Target, string? Old, string? New) : Operation;
