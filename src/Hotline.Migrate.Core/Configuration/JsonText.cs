using System.Text;
using System.Text.Json;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Configuration;

/// <summary>Reads JSON into values that know where they stand.</summary>
internal static class JsonText
{
    /// <summary>The value that a whole file holds.</summary>
    /// <exception cref="DiagnosticException">HM0301.</exception>
    public static JsonValue Read(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            reader.Read();
            var value = ReadValue(ref reader, path, bytes);
            reader.Read();
            return value;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second one is an escaped half of a surrogate pair, which tells no place of its own.
            var where = e is JsonException { LineNumber: { } line, BytePositionInLine: var column }
                ? new SourceLocation(path, (int)line + 1, (int)(column ?? 0) + 1)
                : Where(path, bytes, reader.TokenStartIndex);
            throw new DiagnosticException(
                FailureKind.Usage,
                new Diagnostic
                {
                    Code = DiagnosticCodes.ConfigurationUnreadable,
                    Summary = $"{Path.GetFileName(path)} is not JSON.",
                    Why = Reason(e),
                    Where = where,
                    NextActions = ["Mend the file; comments and trailing commas are allowed."],
                },
                e);
        }
    }

    private static JsonValue ReadValue(ref Utf8JsonReader reader, string path, byte[] bytes)
    {
        var where = Where(path, bytes, reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<JsonMember>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    var nameWhere = Where(path, bytes, reader.TokenStartIndex);
                    reader.Read();
                    members.Add(new(name, nameWhere, ReadValue(ref reader, path, bytes)));
                }

                return new(JsonValueKind.Object, "", where) { Members = members };
            case JsonTokenType.StartArray:
                var items = new List<JsonValue>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(ref reader, path, bytes));
                }

                return new(JsonValueKind.Array, "", where) { Items = items };
            case JsonTokenType.String:
                return new(JsonValueKind.String, reader.GetString()!, where);
            case JsonTokenType.Number:
                return new(JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan), where);
            case JsonTokenType.True:
                return new(JsonValueKind.True, "", where);
            case JsonTokenType.False:
                return new(JsonValueKind.False, "", where);
            default:
                return new(JsonValueKind.Null, "", where);
        }
    }

    private static SourceLocation Where(string path, byte[] bytes, long index)
    {
        var before = Encoding.UTF8.GetString(bytes.AsSpan(0, (int)index));
        var (line, column) = new LineCounter(before).At(before.Length);
        return new(path, line, column);
    }

    /// <summary>The reader's message without its second telling of the place.</summary>
    private static string Reason(Exception e)
    {
        var place = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? e.Message : e.Message[..place];
    }
}
