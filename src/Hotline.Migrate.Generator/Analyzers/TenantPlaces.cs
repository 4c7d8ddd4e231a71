using Hotline.Migrate.Generator.Reading;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Analyzers;

/// <summary>Where in the source a model's keys and references come from.</summary>
internal sealed class TenantPlaces(INamedTypeSymbol model, ModelReading reading, CancellationToken cancellationToken)
{
    private static readonly HashSet<string> KeyAttributes = [AttributeNames.Unique, AttributeNames.Index, AttributeNames.EfIndex];

    private readonly IReadOnlyList<ModelAttribute> attributes =
    [
        .. PropertyReader.Chain(model).SelectMany(ModelAttribute.Of),
        .. reading.Members.SelectMany(m => ModelAttribute.Of(m.Property)),
    ];

    /// <summary>The property of the tenant key.</summary>
    public string TenantProperty => PropertyOf(reading.Table!.TenantKey!);

    /// <summary>The attribute that makes a unique key of these columns, or their property.</summary>
    public Location? OfKey(EquatableArray<string> columns)
    {
        var attribute = attributes.FirstOrDefault(a => KeyAttributes.Contains(a.Name) && Columns(a).SequenceEqual(columns));
        return attribute is null ? null : ProblemLocation.OfAttribute(attribute.Data, cancellationToken);
    }

    /// <summary>The model that a foreign key references, as far as attributes or navigations lead to it.</summary>
    public INamedTypeSymbol? Target(ForeignKey key, SwitchedOn models) => attributes
        .Where(a => a.Name == AttributeNames.References)
        .Select(a => a.Type(0))
        .Concat(PropertyReader.Chain(model).SelectMany(t => t.GetMembers().OfType<IPropertySymbol>()).Select(p => p.Type as INamedTypeSymbol))
        .FirstOrDefault(t => t is not null && models.IsModel(t) && ModelReader.Read(t, cancellationToken).Table?.Name == key.References);

    /// <summary>The attribute that makes the foreign key, or the property that it stands on.</summary>
    public Location? OfReference(ForeignKey key, INamedTypeSymbol target)
    {
        var attribute = attributes.FirstOrDefault(a =>
            a.Name == AttributeNames.References
            && SymbolEqualityComparer.Default.Equals(a.Type(0), target)
            && Columns(a).SequenceEqual(key.Columns));
        return (attribute is null ? null : ProblemLocation.OfAttribute(attribute.Data, cancellationToken))
            ?? reading.Members.Where(m => m.Column == key.Columns[0]).Select(m => ProblemLocation.InSource(m.Property)).FirstOrDefault();
    }

    private string PropertyOf(string column) => reading.Members.FirstOrDefault(m => m.Column == column)?.Path ?? column;

    private string ColumnOf(string property) => reading.Members.FirstOrDefault(m => m.Path == property)?.Column ?? property;

    /// <summary>The columns that an attribute names, or those of the property that it stands on.</summary>
    private IEnumerable<string> Columns(ModelAttribute attribute) => attribute.Texts is { Count: > 0 } texts
        ? texts.Select(ColumnOf)
        : reading.Members.Where(m => SymbolEqualityComparer.Default.Equals(m.Property, attribute.Owner)).Select(m => m.Column);
}
