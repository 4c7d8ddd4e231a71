using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Tool.Printing.Json;

/// <summary>The one JSON document that a command prints on stdout with <c>--json</c>.</summary>
internal static class JsonEnvelope
{
    /// <summary>The document of a command that answered.</summary>
    public static string Success(string command, Answer answer, IReadOnlyList<Diagnostic> warnings, SecretText secrets) => Write(secrets, json =>
    {
        json.WriteBoolean("ok", true);
        json.WriteString("command", command);
        json.WritePropertyName("data");
        answer.WriteData(json);
        json.WritePropertyName("warnings");
        WriteAll(json, warnings);
    });

    /// <summary>The document of a command that failed: the first reason, and the others beside it.</summary>
    public static string Failure(IReadOnlyList<Diagnostic> reasons, SecretText secrets) => Write(secrets, json =>
    {
        json.WriteBoolean("ok", false);
        json.WritePropertyName("error");
        json.WriteStartObject();
        WriteMembers(json, reasons[0]);
        if (reasons.Count > 1)
        {
            json.WritePropertyName("others");
            WriteAll(json, reasons.Skip(1));
        }

        json.WriteEndObject();
    });

    private static string Write(SecretText secrets, Action<Utf8JsonWriter> content)
    {
        using var document = JsonDocument.Parse(Bytes(json =>
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }));
        return Encoding.UTF8.GetString(Bytes(json => JsonScrubber.Write(document.RootElement, secrets, json)));
    }

    private static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();

        // The document goes to a console, not into a page: quotes and angle brackets stay readable.
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        return stream.ToArray();
    }

    private static void WriteAll(Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics)
    {
        json.WriteStartArray();
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            WriteMembers(json, diagnostic);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteString("code", diagnostic.Code);
        json.WriteString("summary", diagnostic.Summary);
        json.WriteString("why", diagnostic.Why);
        json.WritePropertyName("where");
        WriteWhere(json, diagnostic.Where);
        json.WriteString("sqlState", diagnostic.SqlState);
        json.WritePropertyName("nextActions");
        json.WriteStartArray();
        foreach (var action in diagnostic.NextActions)
        {
            json.WriteStringValue(action);
        }

        json.WriteEndArray();
    }

    private static void WriteWhere(Utf8JsonWriter json, SourceLocation? where)
    {
        if (where is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("path", Paths.ForDisplay(where.Path));
        WriteKnown(json, "line", where.Line);
        WriteKnown(json, "column", where.Column);
        json.WriteEndObject();
    }

    private static void WriteKnown(Utf8JsonWriter json, string name, int value)
    {
        if (value > 0)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
