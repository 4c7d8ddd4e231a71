namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>What became of a migration in the editor.</summary>
/// <param name="Revision">The revision's id.</param>
/// <param name="Path">Its file.</param>
/// <param name="Changed">Whether its text is another one than before.</param>
/// <param name="Sealed">Whether its header has the hash of the new text.</param>
/// <param name="Applied">Whether the database has it; <c>null</c> where none was asked.</param>
internal sealed record EditOutcome(string Revision, string Path, bool Changed, bool Sealed, bool? Applied);
