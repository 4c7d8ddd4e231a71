using System.Text;
using Hotline.Migrate.Diffing.Definitions;
using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Renames;

/// <summary>Replaces renamed tables, columns, types and labels in a definition.</summary>
/// <param name="renames">What is renamed.</param>
/// <param name="own">The schema that unqualified names may be in besides the default one.</param>
internal sealed class DefinitionRewriter(RenameSet renames, string own)
{
    private readonly SortedDictionary<int, (int Length, string Text)> edits = [];
    private readonly List<(string Name, QualifiedName Table)> sources = [];
    private List<Token> tokens = [];

    public string Rewrite(string sql)
    {
        tokens = Tokens.Of(sql);
        var chains = NameChains.Of(tokens);
        foreach (var chain in chains)
        {
            Source(chain);
        }

        var outputs = SelectedColumns.Of(tokens);
        foreach (var chain in chains)
        {
            Table(chain);
            Column(chain, outputs);
            Type(chain);
        }

        Labels();
        return Apply(sql);
    }

    private void Source(NameChain chain)
    {
        if (Find(chain, names => renames.Tables.ContainsKey(names) || renames.Columns.ContainsKey(names)) is { } table
            && (chain.IsSource || chain.Parts.Count > 1))
        {
            sources.Add((table.Name, table));
            if (chain.Alias is { } alias)
            {
                sources.Add((alias, table));
            }
        }
    }

    private void Table(NameChain chain)
    {
        if (Find(chain, renames.Tables.ContainsKey) is not { } old)
        {
            return;
        }

        var @new = renames.Table(old);
        if (IsQualified(chain, old))
        {
            Replace(chain.At, 3, SqlIdentifier.Quote(@new));
        }
        else if (chain.IsSource || chain.Before is "::" or "returns")
        {
            Replace(chain.At, 1, SqlIdentifier.Quote(@new));
        }
        else if (chain.Parts.Count > 1 || chain.Star)
        {
            Replace(chain.At, 1, SqlIdentifier.Quote(@new.Name));
        }
    }

    private void Column(NameChain chain, IReadOnlySet<int> outputs)
    {
        var last = chain.Parts[^1];
        var qualifier = chain.Parts.Count > 1 ? chain.Parts[^2] : null;
        var known = sources.Where(s => s.Name == qualifier).ToList();
        var renamed = (known.Count > 0 ? known : sources)
            .Select(s => renames.Columns.TryGetValue(s.Table, out var names) ? names.GetValueOrDefault(last) : null)
            .OfType<string>()
            .FirstOrDefault();
        if (renamed is null || chain.Star || chain.IsCall || (chain.IsSource && Find(chain, renames.Tables.ContainsKey) is not null))
        {
            return;
        }

        var at = chain.At + (2 * (chain.Parts.Count - 1));

        // The view keeps the name that its column has.
        Replace(at, 1, SqlIdentifier.Quote(renamed) + (outputs.Contains(at) ? $" AS {SqlIdentifier.Quote(last)}" : ""));
    }

    private void Type(NameChain chain)
    {
        if (chain.Parts.Count <= 2 && Find(chain, IsType) is { } old && !edits.ContainsKey(tokens[chain.At].Start))
        {
            Replace(chain.At, IsQualified(chain, old) ? 3 : 1, SqlIdentifier.Quote(Renamed(old)));
        }
    }

    private bool IsType(QualifiedName name) => renames.Enums.ContainsKey(name) || renames.Types.ContainsKey(name);

    private QualifiedName Renamed(QualifiedName name) => renames.Enums.ContainsKey(name) ? renames.Enum(name) : renames.Type(name);

    // 'label'::type; a label without its type is a text like any other.
    private void Labels()
    {
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Text || tokens[i + 1].Text != "::")
            {
                continue;
            }

            var qualified = i + 4 < tokens.Count && tokens[i + 3].Text == ".";
            var type = qualified
                ? new QualifiedName(tokens[i + 2].Name ?? "", tokens[i + 4].Name ?? "")
                : QualifiedName.Of(tokens[i + 2].Name ?? "");
            if (renames.Labels.TryGetValue(type, out var labels) && labels.TryGetValue(StringText.Value(tokens[i].Text), out var label))
            {
                Replace(i, 1, "'" + label.Replace("'", "''", StringComparison.Ordinal) + "'");
            }
        }
    }

    private QualifiedName? Find(NameChain chain, Predicate<QualifiedName> exists)
    {
        QualifiedName?[] candidates =
        [
            chain.Parts.Count > 1 ? new QualifiedName(chain.Parts[0], chain.Parts[1]) : null,
            QualifiedName.Of(chain.Parts[0]),
            new QualifiedName(own, chain.Parts[0]),
        ];
        return candidates.FirstOrDefault(c => c is not null && exists(c));
    }

    private static bool IsQualified(NameChain chain, QualifiedName name) =>
        chain.Parts.Count > 1 && chain.Parts[0] == name.Schema && chain.Parts[1] == name.Name;

    private void Replace(int at, int count, string text)
    {
        var end = tokens[at + count - 1];
        edits[tokens[at].Start] = (end.Start + end.Length - tokens[at].Start, text);
    }

    private string Apply(string sql)
    {
        var result = new StringBuilder();
        var end = 0;
        foreach (var (start, (length, text)) in edits)
        {
            result.Append(sql, end, start - end).Append(text);
            end = start + length;
        }

        return result.Append(sql, end, sql.Length - end).ToString();
    }
}
