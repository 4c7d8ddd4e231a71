using System.Text.Json;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Configuration;

/// <summary>A JSON value that knows where it stands, which <see cref="JsonDocument"/> does not.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The content of a string, the digits of a number; else empty.</param>
/// <param name="Where">Its first character.</param>
internal sealed record JsonValue(JsonValueKind Kind, string Text, SourceLocation Where)
{
    /// <summary>The members of an object.</summary>
    public IReadOnlyList<JsonMember> Members { get; init; } = [];

    /// <summary>The items of an array.</summary>
    public IReadOnlyList<JsonValue> Items { get; init; } = [];

    /// <summary>What it is, in words.</summary>
    public string Name => Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
