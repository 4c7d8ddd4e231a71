using System.Text.Json;

namespace Hotline.Migrate.Tool.Printing.Json;

/// <summary>Takes secrets out of the strings of a JSON document, so that it stays one.</summary>
internal static class JsonScrubber
{
    /// <summary>Writes the element with its strings scrubbed.</summary>
    public static void Write(JsonElement element, SecretText secrets, Utf8JsonWriter json)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    json.WritePropertyName(property.Name);
                    Write(property.Value, secrets, json);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(item, secrets, json);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(secrets.Remove(element.GetString()!));
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }
}
