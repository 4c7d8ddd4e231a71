using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Configuration;

/// <summary>Where a value of the configuration stands.</summary>
/// <param name="Key">Its path: <c>history.table</c>.</param>
/// <param name="Where">The place of the value.</param>
public sealed record ConfigurationOrigin(string Key, SourceLocation Where);
