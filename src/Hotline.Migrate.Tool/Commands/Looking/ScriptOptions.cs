namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>The command line of <c>script</c>.</summary>
/// <param name="Range">From where to where.</param>
/// <param name="IsIdempotent">Whether what is applied already is left out.</param>
internal sealed record ScriptOptions(string Range, bool IsIdempotent);
