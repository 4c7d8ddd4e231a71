namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>The command line of <c>show</c>.</summary>
/// <param name="Revision">The revision; <c>head</c> where none is named.</param>
internal sealed record ShowOptions(string Revision);
