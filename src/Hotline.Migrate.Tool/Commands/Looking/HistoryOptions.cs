namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>The command line of <c>history</c>.</summary>
/// <param name="Range">The part to show; <c>null</c> for all.</param>
/// <param name="Offline">Whether to leave the database alone.</param>
internal sealed record HistoryOptions(string? Range, bool Offline);
