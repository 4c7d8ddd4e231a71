using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Which types have to be made anew, and which others along with them because they are made of those.</summary>
internal sealed class TypeReplacements
{
    private readonly PlanContext context;
    private readonly Dictionary<QualifiedName, TypeReplacement> types = [];
    private readonly IReadOnlyList<List<TypeReplacement>> components;

    public TypeReplacements(PlanContext context)
    {
        this.context = context;
        Seeds();
        while (Widen())
        {
        }

        components = [.. Components()];
        Groups = [.. components.Where(g => g.Count > 1 || g[0].New is CompositeType)];
    }

    /// <summary>The types that are replaced in one operation, each with what it is made of before it.</summary>
    public IReadOnlyList<IReadOnlyList<TypeReplacement>> Groups { get; }

    /// <summary>Whether the type is dropped and made again under its name.</summary>
    public bool Contains(QualifiedName type) => types.ContainsKey(type);

    /// <summary>Whether the type is replaced along with others, or as one whose values are records.</summary>
    public bool IsGrouped(QualifiedName type) => Groups.Any(g => g.Any(t => t.New.Name == type));

    /// <summary>The replaced type that a column type is or is an array of.</summary>
    public TypeReplacement? Find(string type) => context.UserTypes(type).Where(k => k.Kind == SchemaKey.Type(k.Name).Kind).Select(k => types.GetValueOrDefault(k.Name)).FirstOrDefault();

    /// <summary>Whether a column that goes from the one to the other has its values converted along with its old type, and changes after that.</summary>
    public bool Converts(Column old, Column @new) => Beside(old, @new).Any();

    /// <summary>The types that are made anew in the operation that converts the values of such a column, if there is one.</summary>
    public IEnumerable<SchemaKey> Beside(Column old, Column @new) =>
        Find(old.Type) is { } was && Find(@new.Type) is { } becomes
            ? components.Where(c => c.Contains(was) && c.Contains(becomes)).SelectMany(c => c.Select(t => SchemaKey.Type(t.New.Name)))
            : [];

    /// <summary>The columns that have one of these types, or an array of it, before and after.</summary>
    public IEnumerable<(TablePair Table, Column Old, Column New)> Columns(Predicate<QualifiedName> wanted) =>
        from table in context.Tables
        from column in table.Columns
        where Find(column.Old.Type) is { } old && wanted(old.Old.Name) && Find(column.New.Type) is { } @new && wanted(@new.New.Name)
        select (table, column.Old, column.New);

    private void Seeds()
    {
        foreach (var @new in context.To.Objects)
        {
            SchemaObject? old = @new switch
            {
                EnumType type when context.From.Find<EnumType>(type.Name) is { } was && EnumPlanner.IsReplaced(was, type) && !context.Open.Labels.Contains(type.Name)
                    && EnumPlanner.Obstacle(context, type.Name) is null => was,
                Domain type when context.From.Find<Domain>(type.Name) is { } was && DomainReplacements.IsReplaced(context, was, type) => was,
                CompositeType type when context.From.Find<CompositeType>(type.Name) is { } was && CompositePlanner.IsReplaced(context, was, type) => was,
                _ => null,
            };
            if (old is not null)
            {
                types.Add(@new.Name, new TypeReplacement(old, @new));
            }
        }
    }

    private bool Widen()
    {
        var around = context.To.Objects.Where(o => o is Domain or CompositeType && !types.ContainsKey(o.Name) && Inside(o).Any())
            .Select(o => (Old: (SchemaObject?)(o is Domain ? context.From.Find<Domain>(o.Name) : context.From.Find<CompositeType>(o.Name)), New: o))
            .Where(p => p.Old is not null && Inside(p.Old).Any())
            .ToList();
        foreach (var (old, @new) in around)
        {
            types.Add(@new.Name, new TypeReplacement(old!, @new));
        }

        return around.Count > 0;
    }

    private IEnumerable<TypeReplacement> Inside(SchemaObject type) => (type switch
    {
        Domain domain => [domain.Type],
        CompositeType composite => composite.Fields.Select(f => f.Type),
        _ => Enumerable.Empty<string>(),
    }).Select(Find).OfType<TypeReplacement>();

    private IEnumerable<List<TypeReplacement>> Components()
    {
        var open = types.Values.OrderBy(t => t.New.Name).ToList();
        while (open.Count > 0)
        {
            var names = new HashSet<QualifiedName> { open[0].New.Name };
            int count;
            do
            {
                count = names.Count;
                foreach (var type in open)
                {
                    var inside = Inside(type.Old).Concat(Inside(type.New)).Select(t => t.New.Name).ToList();
                    if (names.Contains(type.New.Name) || inside.Exists(names.Contains))
                    {
                        names.Add(type.New.Name);
                        names.UnionWith(inside);
                    }
                }
            }
            while (names.Count > count);
            yield return InOrder([.. open.Where(t => names.Contains(t.New.Name))]);
            open.RemoveAll(t => names.Contains(t.New.Name));
        }
    }

    private List<TypeReplacement> InOrder(List<TypeReplacement> group)
    {
        var ordered = new List<TypeReplacement>();
        while (group.Count > 0)
        {
            // No type is made of itself; a schema that says so must not end in a loop.
            var next = group.Find(t => Inside(t.New).All(i => i == t || !group.Contains(i))) ?? group[0];
            group.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }
}
