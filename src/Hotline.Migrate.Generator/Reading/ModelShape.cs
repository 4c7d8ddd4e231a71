using Hotline.Migrate.Generator.Reading.Columns;
using Hotline.Migrate.Generator.Reading.Constraints;
using Hotline.Migrate.Generator.Reading.Tables;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>What a foreign key must know of the table it references: columns and keys. What few ask for is read when it is asked for.</summary>
internal sealed class ModelShape
{
    private IReadOnlyList<UniqueConstraint>? uniques;
    private IReadOnlyList<TableIndex>? indexes;

    private readonly ModelShape? parent;

    private ModelShape(ModelContext context, PrimaryKey? key, ModelShape? parent)
    {
        Context = context;
        OwnKey = key;
        this.parent = parent;
    }

    /// <summary>The model, with its columns.</summary>
    public ModelContext Context { get; }

    /// <summary>The primary key that the model itself says.</summary>
    public PrimaryKey? OwnKey { get; }

    /// <summary>The primary key; a partition has that of its table.</summary>
    public PrimaryKey? PrimaryKey => OwnKey ?? parent?.PrimaryKey;

    /// <summary>The unique constraints.</summary>
    public IReadOnlyList<UniqueConstraint> Uniques => uniques ??= [.. UniqueReader.Read(Context)];

    /// <summary>The indexes.</summary>
    public IReadOnlyList<TableIndex> Indexes => indexes ??= [.. IndexReader.Read(Context)];

    /// <summary>Reads <paramref name="model"/> as far as its keys.</summary>
    public static ModelShape Read(INamedTypeSymbol model, CancellationToken cancellationToken)
    {
        var context = new ModelContext(model, cancellationToken);
        context.Columns = ColumnsReader.Read(context);
        var partitioned = PartitionReader.ParentOf(context) is { } parent ? Read(parent, cancellationToken) : null;
        IEnumerable<ModelShape> parents = partitioned is null
            ? InheritanceReader.ParentsOf(model).Where(Navigation.IsModel).Select(p => Read(p, cancellationToken))
            : [partitioned];
        context.ParentColumns = [.. parents.SelectMany(p => p.Context.Columns.Concat(p.Context.ParentColumns))];

        var (key, columns) = KeyReader.Read(context);
        context.Columns = columns;
        return new ModelShape(context, key, partitioned);
    }

    /// <summary>Whether the columns identify at most one row at a time: as a key without overlaps that ends with the same one.</summary>
    public bool IsTemporalKey(IReadOnlyList<string> columns) =>
        parent?.IsTemporalKey(columns) == true
        || (PrimaryKey is { WithoutOverlaps: true } key && SameToTheEnd(key.Columns, columns))
        || Uniques.Any(u => u.WithoutOverlaps && SameToTheEnd(u.Columns, columns));

    /// <summary>Whether the columns identify at most one row: as a key, a unique constraint or a whole unique index, in any order.</summary>
    public bool IsKey(IReadOnlyList<string> columns) =>
        parent?.IsKey(columns) == true
        || (PrimaryKey is { WithoutOverlaps: false } key && Same(key.Columns, columns))
        || Uniques.Any(u => !u.WithoutOverlaps && Same(u.Columns, columns))
        || Indexes.Any(i => i is { Unique: true, Where: null }
            && i.Elements.All(e => e.Column is not null)
            && Same(i.Elements.Select(e => e.Column!).ToEquatableArray(), columns));

    private static bool SameToTheEnd(EquatableArray<string> key, IReadOnlyList<string> columns) =>
        Same(key, columns) && key[key.Count - 1] == columns[columns.Count - 1];

    private static bool Same(EquatableArray<string> key, IReadOnlyList<string> columns) => key.Count == columns.Count && columns.All(key.Contains);
}
