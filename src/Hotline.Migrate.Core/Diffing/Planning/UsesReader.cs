using Hotline.Migrate.Diffing.Definitions;
using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Reads what the definitions of one schema refer to out of their text.</summary>
internal sealed class UsesReader
{
    private readonly SchemaNames names;
    private readonly TextSearchUses textSearch;
    private readonly Dictionary<SqlObject, ObjectUses> known = new(ReferenceEqualityComparer.Instance);

    public UsesReader(DatabaseSchema schema)
    {
        names = new SchemaNames(schema);
        textSearch = new TextSearchUses(names);
    }

    /// <summary>What an object of the schema refers to.</summary>
    public ObjectUses Of(SqlObject sqlObject)
    {
        if (!known.TryGetValue(sqlObject, out var uses))
        {
            known[sqlObject] = uses = Read(sqlObject);
        }

        return uses;
    }

    /// <summary>The routines, types, collations and text search objects that an expression of a table or domain names.</summary>
    public IEnumerable<SchemaKey> OfExpression(string? sql, string own) => sql is null
        ? []
        : NameChains.Of(Tokens.Of(sql)).SelectMany(c => Meanings(c, own).Where(m => m.Kind switch
        {
            MeaningKind.Routine => c.IsCall,
            MeaningKind.Type => c.Before is "::" or "as",
            MeaningKind.Other => c.Before == "collate",
            _ => false,
        })).Select(m => m.Key).Concat(textSearch.OfStrings(Tokens.Of(sql), own)).Distinct();

    /// <summary>The types and collations that the name of a type or collation stands for.</summary>
    public IEnumerable<SchemaKey> OfTypeName(string? sql, string own) => sql is null
        ? []
        : NameChains.Of(Tokens.Of(sql)).SelectMany(c => Meanings(c, own)).Where(m => m.Kind is not (MeaningKind.Routine or MeaningKind.TextSearch)).Select(m => m.Key).Distinct();

    /// <summary>The relations that an expression names in strings, as in <c>nextval('orders_number')</c> or <c>'orders'::regclass</c>.</summary>
    public IEnumerable<SchemaKey> OfStrings(string? sql, string own)
    {
        var tokens = sql is null ? [] : Tokens.Of(sql);
        return tokens.Where((t, i) => t.Kind == TokenKind.Text && (IsArgumentOfSequence(tokens, i) || IsRelation(tokens, i)))
            .SelectMany(t => Relations(Tokens.Of(t.Text.Trim('\'')), own))
            .Distinct();
    }

    /// <summary>The relations that an expression may name, in strings or not.</summary>
    public IEnumerable<SchemaKey> OfRelations(string? sql, string own) => sql is null ? [] : Relations(Tokens.Of(sql), own).Concat(OfStrings(sql, own)).Distinct();

    private static bool IsArgumentOfSequence(List<Token> tokens, int at) =>
        at > 1 && tokens[at - 1].Text == "(" && tokens[at - 2].Name is "nextval" or "currval" or "setval";

    private static bool IsRelation(List<Token> tokens, int at) =>
        at + 2 < tokens.Count && tokens[at + 1].Text == "::" && tokens.Skip(at + 2).Take(3).Any(t => t.Name == "regclass");

    private IEnumerable<SchemaKey> Relations(List<Token> tokens, string own) => NameChains.Of(tokens)
        .SelectMany(c =>
        {
            var qualified = c.Parts.Count > 1 ? names.Find(c.Parts[0], c.Parts[1], own).Where(m => m.Kind == MeaningKind.Relation).ToList() : [];
            return qualified.Count > 0 ? qualified : names.Find(null, c.Parts[0], own).Where(m => m.Kind == MeaningKind.Relation);
        })
        .Select(m => m.Key);

    private ObjectUses Read(SqlObject sqlObject)
    {
        var own = sqlObject.On?.Schema ?? sqlObject.Name.Schema;
        if (sqlObject.Kind is SchemaKinds.TextSearchDictionary or SchemaKinds.TextSearchConfiguration)
        {
            return new ObjectUses(textSearch.Of(sqlObject), new HashSet<SchemaKey>(), new HashSet<SchemaKey>());
        }

        var uses = new UsesOfText(names, own, everything: IsListOfNames(sqlObject.Kind));
        var late = new UsesOfText(names, own, everything: false);
        var outOfPath = false;
        if (sqlObject.Arguments is null)
        {
            var tokens = Tokens.Of(sqlObject.Definition);
            uses.Add(WithoutOwnName(NameChains.Of(tokens), sqlObject), columns: true, Groups(tokens));
            uses.Sure.UnionWith(textSearch.OfStrings(tokens, own));
            foreach (var addition in sqlObject.Additions)
            {
                uses.Add(NameChains.Of(Tokens.Of(addition)), columns: false);
            }
        }
        else
        {
            var routine = RoutineText.Of(sqlObject.Definition);
            uses.Add(WithoutOwnName(NameChains.Of(routine.Head), sqlObject), columns: false);
            uses.Add(NameChains.Of(routine.Atomic), columns: true, Groups(routine.Atomic));
            late.Add(NameChains.Of(routine.Checked), columns: true);
            uses.Sure.UnionWith(textSearch.OfStrings(routine.Atomic, own));
            late.Sure.UnionWith(textSearch.OfStrings(routine.Checked, own));
            outOfPath = !routine.Head.Any(t => t.Name == "search_path") && NameChains.Of(routine.Checked).Any(c => IsOutOfPath(c, own));
        }

        HashSet<SchemaKey> itself = [.. SchemaKey.MadeBy(sqlObject)];
        uses.Sure.ExceptWith(itself);
        uses.Likely.ExceptWith(uses.Sure);
        uses.Likely.ExceptWith(itself);
        late.Sure.UnionWith(late.Likely);
        late.Sure.ExceptWith(itself);
        late.Sure.ExceptWith(uses.Sure);
        return new ObjectUses(uses.Sure, uses.Likely, late.Sure) { IsOutOfPath = outOfPath };
    }

    private bool IsOutOfPath(NameChain chain, string own)
    {
        var found = chain.Parts.Count > 1 && names.Find(chain.Parts[0], chain.Parts[1], own).Any() ? [] : names.Find(null, chain.Parts[0], own).ToList();
        return found.Exists(m => m.Kind switch { MeaningKind.Routine => chain.IsCall, MeaningKind.TextSearch => false, _ => true })
            && found.TrueForAll(m => !m.IsDatabaseWide && m.Name.Schema != QualifiedName.DefaultSchema);
    }

    // The name of a routine is that of its overloads too.
    private static IEnumerable<NameChain> WithoutOwnName(IReadOnlyList<NameChain> chains, SqlObject sqlObject)
    {
        var own = chains.FirstOrDefault(c => c.Parts[^1] == sqlObject.OwnName);
        return chains.Where(c => !ReferenceEquals(c, own));
    }

    private IEnumerable<Meaning> Meanings(NameChain chain, string own)
    {
        // A schema may have the name of something that is in it.
        var qualified = chain.Parts.Count > 1 ? names.Find(chain.Parts[0], chain.Parts[1], own).ToList() : [];
        return qualified.Count > 0 ? qualified : names.Find(null, chain.Parts[0], own);
    }

    private static bool Groups(IReadOnlyList<Token> tokens) => tokens.Any(t => t.Text == "group");

    // What these name stands there without any sign of what it is.
    private static bool IsListOfNames(string kind) => kind is
        SchemaKinds.Aggregate or SchemaKinds.Range or SchemaKinds.ForeignDataWrapper or SchemaKinds.ForeignServer or SchemaKinds.ForeignTable;
}
