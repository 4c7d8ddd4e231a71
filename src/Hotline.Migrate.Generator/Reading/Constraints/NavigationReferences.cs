using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading.Constraints;

/// <summary>
/// Finds the foreign keys of navigations: by <c>[ForeignKey]</c> on the navigation, on the property, or on the navigation back,
/// else by the property's name (<c>User</c> and <c>UserId</c>).
/// </summary>
internal static class NavigationReferences
{
    /// <summary>The foreign keys of the model's navigations.</summary>
    public static IEnumerable<Reference> Find(ModelContext context)
    {
        ReportUnknownNavigations(context);
        ReportManyToMany(context);
        foreach (var navigation in context.Properties)
        {
            if (!Navigation.IsNavigation(navigation) || Navigation.Target(navigation.Symbol.Type) is not { } target)
            {
                continue;
            }

            var attribute = navigation.Attributes.Find(AttributeNames.ForeignKey);
            var columns = OfNavigation(context, navigation, target, attribute)
                ?? OfProperties(context, navigation)
                ?? OfInverse(context, navigation, target)
                ?? ByConvention(context, navigation, target);
            if (columns is { Count: > 0 })
            {
                yield return new Reference(target, columns, navigation.Symbol, attribute, OnDelete(navigation));
            }
            else if (columns is null && !IsPrincipal(context, target))
            {
                context.Report(
                    DiagnosticCodes.MissingForeignKey,
                    navigation.Symbol,
                    $"'{context.Model.Name}.{navigation.Symbol.Name}' leads to '{target.Name}', but no property holds its key. Add '{navigation.Symbol.Name}Id', or say [ForeignKey] or [NotMapped].");
            }
        }
    }

    // An empty list: the foreign key is the other side's, or its names are wrong, which is reported.
    private static IReadOnlyList<ModelColumn>? OfNavigation(ModelContext context, ModelProperty navigation, INamedTypeSymbol target, ModelAttribute? attribute)
    {
        if (attribute?.Text(0) is not { } text)
        {
            return null;
        }

        IReadOnlyList<string> names = [.. text.Split(',').Select(n => n.Trim())];
        var inverse = PropertyReader.Read(target, context.CancellationToken);
        if (names.All(n => context.FindColumn(n) is null && inverse.Any(p => p.Symbol.Name == n)))
        {
            return [];
        }

        return context.ColumnNames(attribute, names, "0") is { } columns ? [.. columns.Select(c => context.FindColumn(c)!)] : [];
    }

    private static IReadOnlyList<ModelColumn>? OfProperties(ModelContext context, ModelProperty navigation)
    {
        IReadOnlyList<ModelColumn> columns =
        [
            .. context.Columns.Where(c => c.Property.Attributes.Find(AttributeNames.ForeignKey)?.Text(0) == navigation.Symbol.Name),
        ];
        return columns.Count > 0 ? columns : null;
    }

    private static IReadOnlyList<ModelColumn>? OfInverse(ModelContext context, ModelProperty navigation, INamedTypeSymbol target)
    {
        var there = PropertyReader.Read(target, context.CancellationToken);
        foreach (var back in there)
        {
            var (item, items) = (Navigation.Target(back.Symbol.Type), Navigation.Items(back.Symbol.Type));
            if (!SymbolEqualityComparer.Default.Equals(items ?? item, context.Model)
                || back.Attributes.Find(AttributeNames.ForeignKey)?.Text(0) is not { } text
                || (back.Attributes.Find(AttributeNames.InverseProperty)?.Text(0) ?? navigation.Symbol.Name) != navigation.Symbol.Name)
            {
                continue;
            }

            // A navigation to one may name columns of its own, which this model can happen to have as well.
            IReadOnlyList<string> names = [.. text.Split(',').Select(n => n.Trim())];
            IReadOnlyList<ModelColumn> columns = [.. names.Select(context.FindColumn).OfType<ModelColumn>()];
            if (columns.Count == names.Count && (items is not null || !names.All(n => there.Any(p => p.Symbol.Name == n))))
            {
                return columns;
            }
        }

        return null;
    }

    private static IReadOnlyList<ModelColumn>? ByConvention(ModelContext context, ModelProperty navigation, INamedTypeSymbol target)
    {
        var name = navigation.Symbol.Name;
        var key = KeyPropertyName(context, target);
        var alone = context.Properties.Count(p => SymbolEqualityComparer.Default.Equals(Navigation.Target(p.Symbol.Type), target)) == 1;
        string?[] names = [key is null ? null : name + key, name + "Id", alone && key is not null ? target.Name + key : null, alone ? target.Name + "Id" : null];
        foreach (var candidate in names)
        {
            var column = candidate is null
                ? null
                : context.Columns.FirstOrDefault(c => c.Path.Equals(candidate, StringComparison.OrdinalIgnoreCase));
            if (column is not null && !IsOwnKey(context, column, target))
            {
                return [column];
            }
        }

        return null;
    }

    // In "User { UserId; Profile Profile }" the key must not be taken for a reference to a class of the same name.
    private static bool IsOwnKey(ModelContext context, ModelColumn column, INamedTypeSymbol target) =>
        SymbolEqualityComparer.Default.Equals(target, context.Model)
        && column.Path.Equals(context.Model.Name + "Id", StringComparison.OrdinalIgnoreCase);

    private static string? KeyPropertyName(ModelContext context, INamedTypeSymbol target)
    {
        var properties = PropertyReader.Read(target, context.CancellationToken);
        return (properties.FirstOrDefault(p => p.Attributes.Has(AttributeNames.Key))
            ?? properties.FirstOrDefault(p => p.Symbol.Name is "Id" or "ID"))?.Symbol.Name;
    }

    // The other side holds the key when it leads back here, alone or by an attribute.
    private static bool IsPrincipal(ModelContext context, INamedTypeSymbol target) =>
        !SymbolEqualityComparer.Default.Equals(target, context.Model)
        && LeadsTo(PropertyReader.Read(target, context.CancellationToken), [.. ModelAttribute.Of(target)], context.Model);

    private static ReferentialAction OnDelete(ModelProperty navigation) => navigation.Attributes.Find(AttributeNames.EfDeleteBehavior)?.Number(0) switch
    {
        1 => ReferentialAction.Restrict,
        2 => ReferentialAction.SetNull,
        3 => ReferentialAction.Cascade,
        _ => ReferentialAction.NoAction,
    };

    // EF Core makes a table of its own for such a pair; here it is written as a model, and never lost.
    private static void ReportManyToMany(ModelContext context)
    {
        foreach (var navigation in context.Properties)
        {
            if (Navigation.Items(navigation.Symbol.Type) is { } items
                && PropertyReader.Read(items, context.CancellationToken)
                    .FirstOrDefault(p => SymbolEqualityComparer.Default.Equals(Navigation.Items(p.Symbol.Type), context.Model)) is { } back
                && !SymbolEqualityComparer.Default.Equals(items, context.Model)
                && !LeadsTo(context.Properties, context.Attributes, items)
                && !IsPrincipal(context, items))
            {
                context.Report(
                    DiagnosticCodes.MissingForeignKey,
                    navigation.Symbol,
                    $"'{context.Model.Name}.{navigation.Symbol.Name}' and '{items.Name}.{back.Symbol.Name}' lead to each other as lists, which takes a table between them. Write a model for it, or say [NotMapped].");
            }
        }
    }

    private static bool LeadsTo(IReadOnlyList<ModelProperty> properties, IReadOnlyList<ModelAttribute> attributes, INamedTypeSymbol target)
    {
        bool IsTarget(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, target);
        return attributes.All(AttributeNames.References).Any(a => IsTarget(a.Type(0)))
            || properties.Any(p => IsTarget(Navigation.Target(p.Symbol.Type)) || p.Attributes.All(AttributeNames.References).Any(a => IsTarget(a.Type(0))));
    }

    private static void ReportUnknownNavigations(ModelContext context)
    {
        foreach (var column in context.Columns)
        {
            var attribute = column.Property.Attributes.Find(AttributeNames.ForeignKey);
            if (attribute?.Text(0) is { } name && !context.Properties.Any(p => p.Symbol.Name == name))
            {
                context.Report(DiagnosticCodes.UnknownProperty, attribute, $"'{context.Model.Name}' has no navigation '{name}'.", "0");
            }
        }
    }
}
