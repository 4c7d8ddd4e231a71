using Hotline.Migrate.Generator.Reading.Columns;
using Hotline.Migrate.Generator.Reading.Constraints;
using Hotline.Migrate.Generator.Reading.Tables;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>What a foreign key must know of the table it references: columns and keys.</summary>
/// <param name="Context">The model, with its columns.</param>
/// <param name="PrimaryKey">The primary key.</param>
/// <param name="Uniques">The unique constraints.</param>
/// <param name="Indexes">The indexes.</param>
internal sealed record ModelShape(
    ModelContext Context,
    PrimaryKey? PrimaryKey,
    IReadOnlyList<UniqueConstraint> Uniques,
    IReadOnlyList<TableIndex> Indexes)
{
    /// <summary>Reads <paramref name="model"/> as far as its keys.</summary>
    public static ModelShape Read(INamedTypeSymbol model, CancellationToken cancellationToken)
    {
        var context = new ModelContext(model, cancellationToken);
        context.Columns = ColumnsReader.Read(context);
        if (context.Columns.Count == 0 && PartitionReader.ParentOf(context) is { } parent)
        {
            context.Columns = Read(parent, cancellationToken).Context.Columns;
        }

        var (key, columns) = KeyReader.Read(context);
        context.Columns = columns;
        return new ModelShape(context, key, [.. UniqueReader.Read(context)], [.. IndexReader.Read(context)]);
    }

    /// <summary>Whether the columns identify at most one row: as a key, a unique constraint or a whole unique index, in any order.</summary>
    public bool IsKey(IReadOnlyList<string> columns) =>
        Same(PrimaryKey?.Columns, columns)
        || Uniques.Any(u => Same(u.Columns, columns))
        || Indexes.Any(i => i is { Unique: true, Where: null }
            && i.Elements.All(e => e.Column is not null)
            && Same(i.Elements.Select(e => e.Column!).ToEquatableArray(), columns));

    private static bool Same(EquatableArray<string>? key, IReadOnlyList<string> columns) =>
        key is { } names && names.Count == columns.Count && columns.All(names.Contains);
}
