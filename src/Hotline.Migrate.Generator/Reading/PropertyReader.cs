using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>Finds the properties of a model: public, of an instance, with a value that is kept.</summary>
internal static class PropertyReader
{
    /// <summary>The properties, those of the first base class first; one that is overridden or hidden counts once, where the base has it.</summary>
    public static IReadOnlyList<ModelProperty> Read(INamedTypeSymbol model, CancellationToken cancellationToken)
    {
        var properties = new List<ModelProperty>();
        foreach (var type in Chain(model))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var member in type.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } property)
                {
                    Add(properties, property);
                }
            }
        }

        properties.RemoveAll(p => p.Attributes.Has(AttributeNames.NotMapped) || !IsKept(p));
        return properties;
    }

    /// <summary>The class and its bases without <c>object</c>, the first base first. One whose table the model's inherits from keeps its columns to itself.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Chain(INamedTypeSymbol model)
    {
        var chain = new List<INamedTypeSymbol>();
        var parents = InheritanceReader.ParentsOf(model);
        for (var type = model; type is not null and not { SpecialType: SpecialType.System_Object }; type = type.BaseType)
        {
            if (parents.Contains(type, SymbolEqualityComparer.Default))
            {
                break;
            }

            chain.Insert(0, type);
        }

        return chain;
    }

    /// <summary>Whether only the getter can be seen because a reference assembly leaves private setters out.</summary>
    public static bool IsUnclear(ModelProperty property) =>
        property.Symbol.GetMethod is { } getter
        && !property.Symbol.IsAbstract
        && Setter(property.Symbol) is null
        && !IsExplicit(property)
        && property.Symbol.Locations.All(l => l.IsInMetadata)
        && ModelAttribute.Of(getter).Any(a => a.Name == "System.Runtime.CompilerServices.CompilerGeneratedAttribute")
        && ModelAttribute.Of(property.Symbol.ContainingAssembly).Any(a => a.Name == "System.Runtime.CompilerServices.ReferenceAssemblyAttribute");

    private static void Add(List<ModelProperty> properties, IPropertySymbol property)
    {
        IReadOnlyList<ModelAttribute> attributes = [.. ModelAttribute.Of(property), .. OfParameter(property)];
        var known = properties.FindIndex(p => p.Symbol.Name == property.Name);
        if (known < 0)
        {
            properties.Add(new ModelProperty(property, attributes));
        }
        else
        {
            properties[known] = new ModelProperty(
                property,
                property.IsOverride
                    ? [.. properties[known].Attributes.Where(a => !attributes.Has(a.Name)), .. attributes]
                    : attributes);
        }
    }

    // An attribute on a record's positional parameter belongs to the parameter unless it says "property:".
    private static IEnumerable<ModelAttribute> OfParameter(IPropertySymbol property)
    {
        if (!property.ContainingType.IsRecord)
        {
            return [];
        }

        var parameter = property.ContainingType.InstanceConstructors
            .SelectMany(c => c.Parameters)
            .FirstOrDefault(p => p.Name == property.Name && SymbolEqualityComparer.Default.Equals(p.Type, property.Type));
        return parameter is null ? [] : ModelAttribute.Of(parameter);
    }

    private static bool IsKept(ModelProperty property) =>
        Setter(property.Symbol) is not null || IsExplicit(property) || IsUnclear(property) || Navigation.Items(property.Symbol.Type) is not null;

    private static bool IsExplicit(ModelProperty property) =>
        property.Attributes.Any(a => a.Name
            is AttributeNames.Column or AttributeNames.Key or AttributeNames.Generated or AttributeNames.Identity
            or AttributeNames.TenantKey or AttributeNames.DatabaseGenerated or AttributeNames.ForeignKey);

    private static IMethodSymbol? Setter(IPropertySymbol? property)
    {
        for (; property is not null; property = property.OverriddenProperty)
        {
            if (property.SetMethod is { } setter)
            {
                return setter;
            }
        }

        return null;
    }
}
