using Hotline.Migrate.Scaffolding.Text;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>Writes a sequence as an attribute.</summary>
internal static class SequenceText
{
    /// <summary>The attribute, of a class or assembly with the default schema <paramref name="schema"/>.</summary>
    public static AttributeText Of(Sequence sequence, string schema)
    {
        var attribute = new AttributeText("Sequence")
            .Text(sequence.Name.Name)
            .Named("Schema", sequence.Name.Schema == schema ? null : sequence.Name.Schema)
            .Named("Type", sequence.Type == "bigint" ? null : sequence.Type);
        ColumnValue.WithOptions(attribute, sequence.Options);
        return attribute
            .Named("Unlogged", sequence.Unlogged)
            .NamedList("OwnedBy", sequence.OwnedBy is { } owner
                ? [.. new[] { owner.Table.Schema == QualifiedName.DefaultSchema ? null : owner.Table.Schema, owner.Table.Name, owner.Column }
                    .OfType<string>().Select(CSharpLiteral.Of)]
                : [])
            .Named("Comment", sequence.Comment);
    }
}
