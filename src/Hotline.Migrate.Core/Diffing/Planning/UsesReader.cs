using Hotline.Migrate.Diffing.Definitions;
using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Reads what the definitions of one schema refer to out of their text.</summary>
internal sealed class UsesReader(DatabaseSchema schema)
{
    private readonly SchemaNames names = new(schema);
    private readonly Dictionary<SqlObject, ObjectUses> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>What an object of the schema refers to.</summary>
    public ObjectUses Of(SqlObject sqlObject)
    {
        if (!known.TryGetValue(sqlObject, out var uses))
        {
            known[sqlObject] = uses = Read(sqlObject);
        }

        return uses;
    }

    /// <summary>The routines, types and collations that an expression of a table or domain names.</summary>
    public IEnumerable<SchemaKey> OfExpression(string? sql, string own) => sql is null
        ? []
        : NameChains.Of(Tokens.Of(sql)).SelectMany(c => Meanings(c, own).Where(m => m.Kind switch
        {
            MeaningKind.Routine => c.IsCall,
            MeaningKind.Type => c.Before is "::" or "as",
            MeaningKind.Other => c.Before == "collate",
            _ => false,
        })).Select(m => m.Key).Distinct();

    /// <summary>The types and collations that the name of a type or collation stands for.</summary>
    public IEnumerable<SchemaKey> OfTypeName(string? sql, string own) => sql is null
        ? []
        : NameChains.Of(Tokens.Of(sql)).SelectMany(c => Meanings(c, own)).Where(m => m.Kind != MeaningKind.Routine).Select(m => m.Key).Distinct();

    private ObjectUses Read(SqlObject sqlObject)
    {
        var own = sqlObject.On?.Schema ?? sqlObject.Name.Schema;
        var uses = new UsesOfText(names, own, everything: IsListOfNames(sqlObject.Kind));
        var late = new UsesOfText(names, own, everything: false);
        if (sqlObject.Arguments is null)
        {
            var tokens = Tokens.Of(sqlObject.Definition);
            uses.Add(WithoutOwnName(NameChains.Of(tokens), sqlObject), columns: true, Groups(tokens));
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
        }

        HashSet<SchemaKey> itself = [.. SchemaKey.MadeBy(sqlObject)];
        uses.Sure.ExceptWith(itself);
        uses.Likely.ExceptWith(uses.Sure);
        uses.Likely.ExceptWith(itself);
        late.Sure.UnionWith(late.Likely);
        late.Sure.ExceptWith(itself);
        late.Sure.ExceptWith(uses.Sure);
        return new ObjectUses(uses.Sure, uses.Likely, late.Sure);
    }

    // The name of a routine is that of its overloads too.
    private static IEnumerable<NameChain> WithoutOwnName(IReadOnlyList<NameChain> chains, SqlObject sqlObject)
    {
        var own = chains.FirstOrDefault(c => c.Parts[^1] == sqlObject.OwnName);
        return chains.Where(c => !ReferenceEquals(c, own));
    }

    private IEnumerable<Meaning> Meanings(NameChain chain, string own)
    {
        var qualified = chain.Parts.Count > 1 ? names.Find(chain.Parts[0], chain.Parts[1], own) : [];
        return qualified.Concat(names.Find(null, chain.Parts[0], own));
    }

    private static bool Groups(IReadOnlyList<Token> tokens) => tokens.Any(t => t.Text == "group");

    // What these name stands there without any sign of what it is.
    private static bool IsListOfNames(string kind) => kind is
        SchemaKinds.Aggregate or SchemaKinds.Range or SchemaKinds.ForeignDataWrapper or SchemaKinds.ForeignServer or SchemaKinds.ForeignTable;
}
