using System.Text.Json;
using Hotline.Migrate.Descriptors.Reading;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Descriptors;

/// <summary>Reads the canonical JSON document of a schema object: a descriptor, or a snapshot file.</summary>
public static class DescriptorReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>The object that <paramref name="json"/> describes.</summary>
    /// <remarks>A member that is unknown here is an error: to leave it out would look like a change of the schema.</remarks>
    /// <exception cref="DiagnosticException"><see cref="DiagnosticCodes.DescriptorInvalid"/>: the text is no document of a schema object.</exception>
    public static SchemaObject Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var members = JsonMembers.Of(document.RootElement, "");
            var schemaObject = ObjectReader.Read(members);
            members.End();
            return schemaObject;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new DiagnosticException(FailureKind.Usage, Invalid("it is no valid JSON: " + exception.Message), exception);
        }
        catch (DescriptorFormatException exception)
        {
            throw new DiagnosticException(FailureKind.Usage, Invalid(exception.Message), exception);
        }
    }

    private static Diagnostic Invalid(string why) => new()
    {
        Code = DiagnosticCodes.DescriptorInvalid,
        Summary = "The document of a schema object cannot be read: " + why,
        NextActions =
        [
            "A snapshot file: take it from version control again; merge conflicts in it must be solved first.",
            "A descriptor of an assembly: use the same version of Hotline.Migrate everywhere and rebuild.",
        ],
    };
}
