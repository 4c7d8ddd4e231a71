using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Drafting;

/// <summary>Where a schema object comes from: a C# type, or a schema file.</summary>
/// <param name="Kind">The object's kind.</param>
/// <param name="Name">The object's name, as <see cref="Schema.QualifiedName.ToString"/> writes it.</param>
/// <param name="Type">The class or enum, with its namespace; <c>null</c> for an object of a file.</param>
/// <param name="Members">Which property each column comes from: <c>column=Property;column=Property</c>.</param>
public sealed record ModelOrigin(string Kind, string Name, string? Type, string? Members)
{
    /// <summary>An object of a schema file.</summary>
    public ModelOrigin(string kind, string name, SourceLocation file)
        : this(kind, name, null, null) => File = file;

    /// <summary>The statement in the schema file; <c>null</c> for an object of a C# type.</summary>
    public SourceLocation? File { get; init; }

    /// <summary>The property that a column comes from, or <c>null</c>.</summary>
    public string? PropertyOf(string column)
    {
        foreach (var pair in (Members ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.LastIndexOf('=');
            if (at >= 0 && pair.AsSpan(0, at).SequenceEqual(column))
            {
                return pair[(at + 1)..];
            }
        }

        return null;
    }
}
