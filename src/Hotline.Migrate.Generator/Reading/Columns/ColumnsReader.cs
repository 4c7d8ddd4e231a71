using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Generator.Reading.Types;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading.Columns;

/// <summary>Reads the columns of a model: its own and its base classes' properties, and the parts of complex ones.</summary>
internal static class ColumnsReader
{
    private const int DeepestComplexType = 8;

    /// <summary>The columns in order: those with an order of their own first, then as they are declared, base classes first.</summary>
    public static IReadOnlyList<ModelColumn> Read(ModelContext context)
    {
        var columns = new List<ModelColumn>();
        foreach (var property in context.Properties)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Add(context, columns, property, Part.None);
        }

        ReportDuplicates(context, columns);
        return [.. columns.OrderBy(c => c.Order ?? int.MaxValue)];
    }

    private static void Add(ModelContext context, List<ModelColumn> columns, ModelProperty property, Part part)
    {
        if (IsSystemColumn(property) || Navigation.IsNavigation(property))
        {
            return;
        }

        if (PropertyReader.IsUnclear(property))
        {
            context.Report(
                DiagnosticCodes.UnclearProperty,
                property.Symbol,
                $"'{Name(property)}' comes from another project, which does not show whether it has a private setter. Give it 'init' or a protected setter, or say [Column] or [NotMapped].");
            return;
        }

        var typeName = property.Attributes.Find(AttributeNames.Column)?.Text("TypeName");
        if (typeName is null && Complex(property.Symbol.Type) is { } complex)
        {
            AddParts(context, columns, property, complex, part);
        }
        else if (ColumnType.Read(context, property, typeName) is { } type)
        {
            columns.Add(ColumnReader.Read(context, property, type, part));
        }
    }

    private static void AddParts(ModelContext context, List<ModelColumn> columns, ModelProperty property, INamedTypeSymbol complex, Part part)
    {
        if (part.Depth == DeepestComplexType)
        {
            context.Report(DiagnosticCodes.UnmappedType, property.Symbol, $"The complex type of '{Name(property)}' contains itself.");
            return;
        }

        var inner = part.Within(
            property.Symbol.Name,
            property.Attributes.Find(AttributeNames.Column)?.Text(0) ?? SnakeCase.Of(property.Symbol.Name),
            Nullability.IsNullable(property));
        foreach (var item in PropertyReader.Read(complex, context.CancellationToken))
        {
            Add(context, columns, item, inner);
        }
    }

    private static INamedTypeSymbol? Complex(ITypeSymbol type) =>
        TypeMapper.WithoutNullable(type) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named
        && ModelAttribute.Of(named).Any(a => a.Name is AttributeNames.ComplexType or AttributeNames.EfOwned)
            ? named
            : null;

    // PostgreSQL keeps the row's version by itself; EF Core reads it through such a property.
    private static bool IsSystemColumn(ModelProperty property) =>
        property.Symbol.Type.SpecialType == SpecialType.System_UInt32 && property.Attributes.Has(AttributeNames.Timestamp);

    private static void ReportDuplicates(ModelContext context, List<ModelColumn> columns)
    {
        var seen = new Dictionary<string, ModelColumn>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (seen.TryGetValue(column.Column.Name, out var first))
            {
                context.Report(
                    DiagnosticCodes.DuplicateColumn,
                    column.Property.Symbol,
                    $"'{context.Model.Name}.{column.Path}' and '{first.Path}' are both the column '{column.Column.Name}'.");
            }
            else
            {
                seen.Add(column.Column.Name, column);
            }
        }
    }

    private static string Name(ModelProperty property) => property.Symbol.ContainingType.Name + "." + property.Symbol.Name;
}
