namespace Hotline.Migrate.Tool.Printing.Json;

/// <summary>The <c>data</c> of <c>dev-db</c>.</summary>
internal sealed record DevDbData(string Action, string? Url, string? Version, string Folder, bool Changed);
