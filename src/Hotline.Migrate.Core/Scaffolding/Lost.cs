using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding;

/// <summary>Finds what no class and no file can say, so that it is told and not lost.</summary>
internal static class Lost
{
    /// <summary>A sentence for each.</summary>
    public static IReadOnlyList<string> Of(DatabaseSchema schema, IReadOnlyList<Table> classes, IReadOnlyList<EnumType> enums)
    {
        var there = schema.Tables.Select(t => t.Name).ToHashSet();
        return
        [
            .. schema.Tables
                .Where(t => t is { Columns.IsEmpty: true, PartitionOf: null, Inherits.IsEmpty: true })
                .Select(t => $"The table {t.Name} has no column, and a class needs one."),
            .. classes.SelectMany(t => t.ForeignKeys.Where(k => !there.Contains(k.References)).Select(k =>
                $"The foreign key {k.Name} of {t.Name} references {k.References}, which is left out.")),
            .. schema.Tables.Where(t => t.PartitionOf is { } of && !there.Contains(of.Parent)).Select(t =>
                $"The table {t.Name} is a partition of {t.PartitionOf!.Parent}, which is left out, and so is left out too."),
            .. classes.SelectMany(t => t.Inherits.Where(p => !there.Contains(p)).Select(p => $"The table {t.Name} inherits from {p}, which is left out.")),
            .. schema.Objects.OfType<EnumType>()
                .Where(e => !enums.Contains(e) && SqlTypeName.IsBuiltIn(e.Name.Name))
                .Select(e => $"The enum type {e.Name} has the name of a type of PostgreSQL itself; columns of it are text in C#."),
        ];
    }
}
