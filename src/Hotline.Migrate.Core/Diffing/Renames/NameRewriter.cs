using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Diffing.Types;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Renames;

/// <summary>Writes a schema with other names, in expressions too, as PostgreSQL does by itself when something is renamed.</summary>
internal sealed class NameRewriter
{
    private readonly RenameSet renames;
    private readonly Dictionary<string, string> types;
    private readonly Dictionary<string, string> typeNames;
    private readonly Dictionary<string, string> tableNames;
    private readonly Dictionary<string, string> sequences;
    private readonly ExpressionRewriter texts;
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> labels;

    private NameRewriter(RenameSet renames)
    {
        this.renames = renames;
        types = renames.AllTypes.ToDictionary(e => SqlIdentifier.Quote(e.Key), e => SqlIdentifier.Quote(e.Value));
        typeNames = renames.AllTypes.GroupBy(e => e.Key.Name).ToDictionary(g => g.Key, g => g.First().Value.Name);
        tableNames = renames.Tables.GroupBy(t => t.Key.Name).ToDictionary(g => g.Key, g => g.First().Value.Name);
        sequences = renames.Sequences.ToDictionary(s => SqlIdentifier.Quote(s.Key), s => SqlIdentifier.Quote(s.Value));
        texts = new ExpressionRewriter(
            new Dictionary<string, string>(), typeNames, new Dictionary<string, string>(), new Dictionary<string, string>(), sequences);
        labels = renames.Labels.ToDictionary(l => SqlIdentifier.Quote(l.Key), l => l.Value);
    }

    public static DatabaseSchema Rewrite(DatabaseSchema schema, RenameSet renames)
    {
        var rewriter = new NameRewriter(renames);
        return DatabaseSchema.Of(schema.Objects.Select(rewriter.Object));
    }

    private SchemaObject Object(SchemaObject schemaObject) => schemaObject switch
    {
        EnumType type => type with
        {
            Name = renames.Enum(type.Name),
            Labels = renames.Labels.TryGetValue(type.Name, out var names)
                ? type.Labels.Select(l => names.GetValueOrDefault(l, l)).ToEquatableArray()
                : type.Labels,
        },
        Table table => Table(table),
        Domain domain => domain with
        {
            Name = renames.Type(domain.Name),
            Type = Type(domain.Type),
            Default = texts.Optional(domain.Default),
            Checks = domain.Checks.Select(c => c with { Expression = texts.Expression(c.Expression) }).ToEquatableArray(),
        },
        CompositeType type => Composite(type),
        Privileges privileges => Privileges(privileges),
        SqlObject sqlObject => SqlObjectRewriter.Rewrite(sqlObject, renames),
        Sequence sequence => sequence with
        {
            Name = renames.Sequence(sequence.Name),
            OwnedBy = sequence.OwnedBy is { } owner ? renames.Column(owner) : null,
        },
        _ => schemaObject,
    };

    private CompositeType Composite(CompositeType type)
    {
        var fields = renames.Fields.GetValueOrDefault(type.Name) ?? new Dictionary<string, string>();
        return type with
        {
            Name = renames.Type(type.Name),
            Fields = type.Fields.Select(f => f with { Name = fields.GetValueOrDefault(f.Name, f.Name), Type = Type(f.Type) }).ToEquatableArray(),
        };
    }

    private Privileges Privileges(Privileges privileges)
    {
        var target = privileges.TargetKind switch
        {
            "TABLE" => renames.Table(privileges.Target),
            "SEQUENCE" => renames.Sequence(privileges.Target),
            "TYPE" or "DOMAIN" => renames.Type(renames.Enum(privileges.Target)),
            _ => privileges.Target,
        };
        var columns = renames.Columns.GetValueOrDefault(privileges.Target);
        return Schema.Privileges.On(privileges.TargetKind, target, privileges.Arguments) with
        {
            Grants = columns is null ? privileges.Grants : privileges.Grants
                .Select(g => g with { Columns = Names(g.Columns, columns).OrderBy(c => c, StringComparer.Ordinal).ToEquatableArray() })
                .ToEquatableArray(),
            RevokedFromPublic = privileges.RevokedFromPublic,
            Comment = privileges.Comment,
        };
    }

    private Table Table(Table table)
    {
        var columns = renames.Columns.GetValueOrDefault(table.Name) ?? new Dictionary<string, string>();
        var texts = new ExpressionRewriter(columns, typeNames, tableNames, LabelsOf(table), sequences);
        return table with
        {
            Name = renames.Table(table.Name),
            Columns = table.Columns.Select(c => Column(c, columns, texts)).ToEquatableArray(),
            PrimaryKey = table.PrimaryKey is { } key ? key with { Columns = Names(key.Columns, columns), Include = Names(key.Include, columns) } : null,
            Uniques = table.Uniques
                .Select(u => u with { Columns = Names(u.Columns, columns), Include = Names(u.Include, columns) })
                .ToEquatableArray(),
            Checks = table.Checks.Select(c => c with { Expression = texts.Expression(c.Expression) }).ToEquatableArray(),
            Exclusions = table.Exclusions
                .Select(e => e with { Elements = e.Elements.Select(texts.Expression).ToEquatableArray(), Where = texts.Optional(e.Where) })
                .ToEquatableArray(),
            ForeignKeys = table.ForeignKeys.Select(k => ForeignKey(k, columns)).ToEquatableArray(),
            Indexes = table.Indexes.Select(i => Index(i, columns, texts)).ToEquatableArray(),
            Policies = table.Policies
                .Select(p => p with { Using = texts.Condition(p.Using), WithCheck = texts.Condition(p.WithCheck) })
                .ToEquatableArray(),
            Partitioning = table.Partitioning is { } by ? by with { Keys = by.Keys.Select(texts.Expression).ToEquatableArray() } : null,
            Inherits = table.Inherits.Select(renames.Table).ToEquatableArray(),
            PartitionOf = table.PartitionOf is { } of ? of with { Parent = renames.Table(of.Parent) } : null,
        };
    }

    private Column Column(Column column, IReadOnlyDictionary<string, string> columns, ExpressionRewriter texts) => column with
    {
        Name = columns.GetValueOrDefault(column.Name, column.Name),
        Type = Type(column.Type),
        Default = column.Default is { } value ? texts.Value(value, labels.GetValueOrDefault(TypeName.Element(column.Type))) : null,
        Generated = column.Generated is { } generated ? generated with { Expression = texts.Expression(generated.Expression) } : null,
    };

    private string Type(string type)
    {
        var element = TypeName.Element(type);
        return types.TryGetValue(element, out var renamed) ? renamed + type[element.Length..] : type;
    }

    private ForeignKey ForeignKey(ForeignKey key, IReadOnlyDictionary<string, string> columns) => key with
    {
        Columns = Names(key.Columns, columns),
        OnDeleteColumns = Names(key.OnDeleteColumns, columns),
        References = renames.Table(key.References),
        ReferencedColumns = renames.Columns.TryGetValue(key.References, out var others) ? Names(key.ReferencedColumns, others) : key.ReferencedColumns,
    };

    private static TableIndex Index(TableIndex index, IReadOnlyDictionary<string, string> columns, ExpressionRewriter texts) => index with
    {
        Elements = index.Elements
            .Select(e => e with
            {
                Column = e.Column is { } column ? columns.GetValueOrDefault(column, column) : null,
                Expression = texts.Optional(e.Expression),
            })
            .ToEquatableArray(),
        Include = Names(index.Include, columns),
        Where = texts.Optional(index.Where),
    };

    // Labels stand in expressions as strings; only those of enums that the table has are taken for labels.
    private Dictionary<string, string> LabelsOf(Table table) => table.Columns
        .Select(c => labels.GetValueOrDefault(TypeName.Element(c.Type)))
        .OfType<IReadOnlyDictionary<string, string>>()
        .SelectMany(l => l)
        .GroupBy(l => l.Key)
        .ToDictionary(g => g.Key, g => g.First().Value);

    private static EquatableArray<string> Names(EquatableArray<string> names, IReadOnlyDictionary<string, string> columns) =>
        names.Select(n => columns.GetValueOrDefault(n, n)).ToEquatableArray();
}
