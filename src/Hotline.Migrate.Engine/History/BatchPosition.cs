using System.Text.Json;

namespace Hotline.Migrate.History;

/// <summary>How far a batched command came, as the journal keeps it.</summary>
/// <param name="Key">The last key that is done, as texts.</param>
/// <param name="Rows">How many rows lie up to it.</param>
internal sealed record BatchPosition(string[] Key, long Rows)
{
    /// <summary>Reads what the journal has.</summary>
    public static BatchPosition Parse(string text) => text.StartsWith('[')
        ? new(JsonSerializer.Deserialize(text, BatchPositionJson.Default.StringArray)!, 0)
        : JsonSerializer.Deserialize(text, BatchPositionJson.Default.BatchPosition)!;

    /// <summary>What the journal gets.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, BatchPositionJson.Default.BatchPosition);
}
