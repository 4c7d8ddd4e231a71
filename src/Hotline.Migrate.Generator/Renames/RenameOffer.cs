using System.Collections.Immutable;
using System.Globalization;
using Hotline.Migrate.Generator.Rules;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Renames;

/// <summary>What the code fix gets to know: what is new, and what it may have been.</summary>
/// <param name="What">The kind as a word: table, column, enum, label.</param>
/// <param name="New">What is new, as messages name it.</param>
/// <param name="Schema">The schema that the old name is in unless it is said.</param>
internal sealed record RenameOffer(string What, string New, string Schema)
{
    private const int Most = 5;

    private readonly List<(string Shown, QualifiedName Name)> old = [];

    /// <summary>Whether there is anything to offer.</summary>
    public bool IsEmpty => old.Count == 0;

    /// <summary>Adds an object.</summary>
    public void Add(QualifiedName name) => old.Add((name.ToString(), name));

    /// <summary>Adds a column or a label.</summary>
    public void Add(QualifiedName owner, string member) => old.Add(($"{owner}.{member}", new QualifiedName(Schema, member)));

    /// <summary>The diagnostic.</summary>
    public Diagnostic At(Location location)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        properties.Add(RenameRules.NewProperty, New);
        for (var i = 0; i < Math.Min(Most, old.Count); i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            properties.Add(RenameRules.OldProperty + number, old[i].Name.Name);
            properties.Add(RenameRules.ShownProperty + number, old[i].Shown);
            if (old[i].Name.Schema != Schema)
            {
                properties.Add(RenameRules.SchemaProperty + number, old[i].Name.Schema);
            }
        }

        var gone = string.Join(" or ", old.Take(Most).Select(o => $"'{o.Shown}'"));
        return Diagnostic.Create(
            RenameRules.Candidate,
            location,
            properties.ToImmutable(),
            $"The {What} {gone} is gone and '{New}' is new: was it renamed? Then say [RenamedFrom(\"{old[0].Name.Name}\")], or it will be dropped with its data.");
    }
}
