using Hotline.Migrate.Schema;

namespace Hotline.Migrate.SchemaFiles.Statements;

/// <summary>An object as a statement names it.</summary>
/// <param name="Word">What the statement calls its kind: <c>VIEW</c>, <c>FUNCTION</c>, <c>COLUMN</c>, ...</param>
/// <param name="Name">The name; of a trigger, rule, policy, constraint or column its own, in the schema of its relation.</param>
internal sealed record ObjectReference(string Word, QualifiedName Name)
{
    /// <summary>The argument types of a routine; <c>null</c> where the statement leaves them out.</summary>
    public string? Arguments { get; init; }

    /// <summary>The relation (or with <see cref="OnDomain"/> the domain) that it belongs to.</summary>
    public QualifiedName? On { get; init; }

    /// <summary>Whether a constraint is one of a domain.</summary>
    public bool OnDomain { get; init; }

    /// <summary>The object for messages.</summary>
    public override string ToString() => (Arguments, On) switch
    {
        (_, { } on) when Word == "COLUMN" => $"column {on}.{Name.Name}",
        (_, { } on) => $"{Word.ToLowerInvariant()} {Name.Name} on {on}",
        ({ } arguments, _) => $"{Word.ToLowerInvariant()} {Name}({arguments})",
        _ => $"{Word.ToLowerInvariant()} {Name}",
    };
}
