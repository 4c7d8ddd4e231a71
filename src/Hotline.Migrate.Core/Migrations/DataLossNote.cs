using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Migrations;

/// <summary>Something that a migration destroys.</summary>
/// <param name="Text">What is lost, in a few words: <c>drops column users.phone</c>.</param>
/// <param name="Where">The statement that does it, where it is one.</param>
public sealed record DataLossNote(string Text, SourceLocation? Where);
