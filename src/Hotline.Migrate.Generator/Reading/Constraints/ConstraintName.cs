using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading.Constraints;

/// <summary>Names of constraints and indexes: what the attribute says, else the default.</summary>
internal static class ConstraintName
{
    /// <summary>The name of something that has an index, and so shares its schema's names with every table.</summary>
    /// <remarks>A name on a base class gets the table in front, as each derived model makes an index of its own.</remarks>
    public static string OfIndex(ModelContext context, ModelAttribute attribute, string what, string standard)
    {
        var given = attribute.Text("Name");
        return Checked(context, attribute, what, given is null ? standard : IsOfBase(context, attribute) ? context.Table.Name + "_" + given : given);
    }

    /// <summary>The name of something that shares names with its table's constraints only.</summary>
    public static string Of(ModelContext context, ModelAttribute attribute, string what, string standard) =>
        Checked(context, attribute, what, attribute.Text("Name") ?? standard);

    /// <summary>When the constraint is checked.</summary>
    public static Deferrability Deferrability(ModelAttribute attribute) => (Deferrability)attribute.Number("Deferrability");

    /// <summary>The attributes of that name on the class, then those on the properties of columns, each with the column it stands on.</summary>
    public static IEnumerable<(ModelAttribute Attribute, ModelColumn? Column)> All(ModelContext context, string name, string? orName = null) =>
        context.Attributes.All(name, orName).Select(a => (a, (ModelColumn?)null))
            .Concat(context.Columns.SelectMany(c => c.Property.Attributes.All(name, orName).Select(a => (a, (ModelColumn?)c))));

    private static string Checked(ModelContext context, ModelAttribute attribute, string what, string name)
    {
        context.CheckName(name, what, attribute.Owner, attribute, attribute.Text("Name") is null ? null : "Name");
        return name;
    }

    private static bool IsOfBase(ModelContext context, ModelAttribute attribute) => !SymbolEqualityComparer.Default.Equals(
        attribute.Owner as INamedTypeSymbol ?? attribute.Owner.ContainingType,
        context.Model);
}
