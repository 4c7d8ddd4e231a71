using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Models;

/// <summary>An object that several models may need.</summary>
/// <param name="Object">The object.</param>
/// <param name="Type">The C# enum that it comes from, if it is one.</param>
/// <param name="Members">Which member each of the enum's labels comes from: <c>label=Member;label=Member</c>.</param>
internal sealed record SharedObject(SchemaObject Object, string? Type = null, string? Members = null);
