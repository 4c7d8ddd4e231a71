namespace Hotline.Migrate.Drafting;

/// <summary>Where in C# a schema object comes from.</summary>
/// <param name="Kind">The object's kind.</param>
/// <param name="Name">The object's name, as <see cref="Schema.QualifiedName.ToString"/> writes it.</param>
/// <param name="Type">The class or enum, with its namespace.</param>
/// <param name="Members">Which property each column comes from: <c>column=Property;column=Property</c>.</param>
public sealed record ModelOrigin(string Kind, string Name, string Type, string? Members)
{
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
