using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Configuration;

/// <summary>A member of a JSON object.</summary>
internal sealed record JsonMember(string Name, SourceLocation Where, JsonValue Value);
