using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>Makes the class of a table.</summary>
internal static class TableClass
{
    private const string Ours = "Hotline.Migrate";
    private const string Standard = "System.ComponentModel.DataAnnotations.Schema";

    /// <summary>The class, with a property for each column.</summary>
    /// <param name="code">The table.</param>
    /// <param name="partitions">The partitions that have no class of their own.</param>
    /// <param name="sequences">The sequences that only this table's defaults use.</param>
    public static ClassText Of(TableCode code, IEnumerable<Table> partitions, IEnumerable<Sequence> sequences)
    {
        ConstraintText[] parts = [.. ConstraintTexts.Of(code), .. IndexTexts.Of(code)];
        string[] attributes =
        [
            .. TableAttributes.Of(code, partitions, sequences),
            .. parts.Where(p => p.Column is null).Select(p => p.Attribute),
            .. TableAttributes.Policies(code.Table),
        ];
        return new ClassText
        {
            Name = code.Name.Name,
            Namespace = code.Namespace,
            Usings = attributes.Length > 1 ? [Standard, Ours] : [Standard],
            Attributes = attributes,
            Properties = [.. code.Table.Columns.Select(c => PropertyWriter.Write(code, c, [.. parts.Where(p => p.Column == c.Name)]))],
        };
    }
}
