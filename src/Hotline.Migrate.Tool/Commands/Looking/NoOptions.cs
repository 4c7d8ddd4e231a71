namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>The command line of a command that takes the common options only.</summary>
internal sealed record NoOptions;
