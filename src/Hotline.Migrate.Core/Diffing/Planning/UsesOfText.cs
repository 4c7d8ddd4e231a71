using Hotline.Migrate.Diffing.Definitions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Collects what the names of a text stand for.</summary>
/// <param name="names">The names of the schema.</param>
/// <param name="own">The schema that the text's object lives in.</param>
/// <param name="everything">Whether each name counts as sure, wherever it stands.</param>
internal sealed class UsesOfText(SchemaNames names, string own, bool everything)
{
    public HashSet<SchemaKey> Sure { get; } = [];

    public HashSet<SchemaKey> Likely { get; } = [];

    /// <param name="text">The names of the text.</param>
    /// <param name="columns">Whether it depends on columns and not on whole tables alone.</param>
    /// <param name="grouped">Whether it groups, for which it may need the primary key itself.</param>
    public void Add(IEnumerable<NameChain> text, bool columns, bool grouped = false)
    {
        var chains = text.ToList();
        var sources = new List<(string Name, QualifiedName Relation)>();
        foreach (var chain in chains)
        {
            Add(chain, sources);
        }

        if (columns)
        {
            Columns(chains, [.. sources.Distinct()], grouped);
        }
    }

    private void Add(NameChain chain, List<(string Name, QualifiedName Relation)> sources)
    {
        if (chain.Parts.Count > 1 && names.IsNamespace(chain.Parts[0]))
        {
            Sure.Add(SchemaKey.Schema(chain.Parts[0]));
        }
        else if (chain.Before == "schema" && names.IsNamespace(chain.Parts[0]))
        {
            Sure.Add(SchemaKey.Schema(chain.Parts[0]));
        }

        var qualified = chain.Parts.Count > 1 ? Find(chain.Parts[0], chain.Parts[1]).ToList() : [];
        foreach (var meaning in qualified.Where(m => m.Kind != MeaningKind.Routine || Calls(chain) || everything))
        {
            Sure.Add(meaning.Key);
            Source(chain, meaning, chain.Parts[1], sources);
        }

        if (qualified.Count > 0)
        {
            return;
        }

        foreach (var meaning in Find(null, chain.Parts[0]))
        {
            if (IsSure(chain, meaning))
            {
                Sure.Add(meaning.Key);
                Source(chain, meaning, chain.Parts[0], sources);
            }
            else if (meaning.Kind != MeaningKind.Routine || Calls(chain))
            {
                Likely.Add(meaning.Key);
            }
        }
    }

    private IEnumerable<Meaning> Find(string? schema, string name) => names.Find(schema, name, own).Where(m => m.Kind != MeaningKind.TextSearch);

    private bool IsSure(NameChain chain, Meaning meaning) => everything || meaning.Kind switch
    {
        MeaningKind.Relation => chain.IsSource && chain.Parts.Count == 1,
        MeaningKind.Routine => Calls(chain) && chain.Parts.Count == 1,
        MeaningKind.Type => chain.Before is "::" or "returns",
        _ => chain.Before == "collate",
    };

    // The planner's support function of a routine is named without parentheses.
    private static bool Calls(NameChain chain) => chain.IsCall || chain.Before == "support";

    private static void Source(NameChain chain, Meaning meaning, string name, List<(string Name, QualifiedName Relation)> sources)
    {
        if (meaning.Kind == MeaningKind.Relation)
        {
            sources.Add((name, meaning.Key.Name));
            if (chain.Alias is { } alias)
            {
                sources.Add((alias, meaning.Key.Name));
            }
        }
    }

    private void Columns(List<NameChain> chains, List<(string Name, QualifiedName Relation)> sources, bool grouped)
    {
        var all = sources.Select(s => s.Relation).Distinct().ToList();
        foreach (var chain in chains)
        {
            // schema.table.column, table.column or alias.column; else a column of whatever is named.
            var qualifier = chain.Star ? chain.Parts[^1] : chain.Parts.Count > 1 ? chain.Parts[^2] : null;
            var relations = sources.Where(s => s.Name == qualifier).Select(s => s.Relation).Distinct().ToList();
            foreach (var relation in relations.Count > 0 ? relations : all)
            {
                Column(relation, chain);
            }
        }

        if (grouped)
        {
            Sure.UnionWith(all.Select(names.Table)
                .OfType<Table>()
                .Where(t => t.PrimaryKey is not null)
                .Select(t => SchemaKey.Constraint(t.Name, t.PrimaryKey!.Name)));
        }
    }

    private void Column(QualifiedName relation, NameChain chain)
    {
        if (names.Table(relation) is not { } table)
        {
            return;
        }

        // A column that comes from above is changed there.
        var columns = names.WithAbove(relation).SelectMany(t => t.Columns.Select(c => (t.Name, Column: c.Name)))
            .Where(c => chain.Star || c.Column == chain.Parts[^1])
            .Select(c => SchemaKey.Column(c.Name, c.Column))
            .ToList();
        if (columns.Count > 0)
        {
            Sure.UnionWith(columns);
        }
        else if (chain.Before == "constraint" && table.Constraints.FirstOrDefault(c => c.Name == chain.Parts[^1]) is { } constraint)
        {
            Sure.Add(SchemaKey.Constraint(relation, constraint.Name));
        }
    }
}
