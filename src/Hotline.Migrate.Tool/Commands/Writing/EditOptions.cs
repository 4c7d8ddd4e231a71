namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>The command line of <c>edit</c>.</summary>
/// <param name="Revision">The migration.</param>
/// <param name="SealOnly">Whether to accept the file as it is, without an editor.</param>
internal sealed record EditOptions(string Revision, bool SealOnly);
