using Hotline.Migrate.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>Reports the product's attributes on members that are no columns: what they say would be lost without a word.</summary>
internal static class LostAttributes
{
    private const string Ours = "Hotline.Migrate.";

    /// <summary>Looks at navigations, and at the members that are left out.</summary>
    public static void Report(ModelContext context)
    {
        foreach (var property in context.Properties.Where(Navigation.IsNavigation))
        {
            if (property.Attributes.FirstOrDefault(a => IsOurs(a) || a.Name == AttributeNames.Key) is { } attribute)
            {
                context.Report(
                    DiagnosticCodes.InvalidArgument,
                    attribute,
                    $"'{context.Model.Name}.{property.Symbol.Name}' leads to another model and is no column; put the attribute on the property that holds the key.");
            }
        }

        var seen = new HashSet<string>(context.Properties.Select(p => p.Symbol.Name), StringComparer.Ordinal);
        foreach (var member in PropertyReader.Chain(context.Model).Reverse().SelectMany(t => t.GetMembers()))
        {
            // What a derived class overrides or hides is for that one to say.
            if (member is (IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false }) and var field
                && seen.Add(field.Name)
                && ModelAttribute.Of(field).FirstOrDefault(IsOurs) is { } attribute)
            {
                context.Report(
                    DiagnosticCodes.InvalidArgument,
                    attribute,
                    $"'{context.Model.Name}.{field.Name}' is no column ({Reason(field)}), so that the attribute says nothing.");
            }
        }
    }

    private static bool IsOurs(ModelAttribute attribute) => attribute.Name.StartsWith(Ours, StringComparison.Ordinal);

    private static string Reason(ISymbol member) => member switch
    {
        IFieldSymbol => "it is a field",
        { IsStatic: true } => "it is static",
        _ when ModelAttribute.Of(member).Any(a => a.Name == AttributeNames.NotMapped) => "[NotMapped]",
        { DeclaredAccessibility: not Accessibility.Public } => "it is not public",
        IPropertySymbol { IsIndexer: true } => "it is an indexer",
        _ => "it has no setter",
    };
}
