using System.Globalization;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading.Constraints;

/// <summary>Reads foreign keys, and holds each against the table it references.</summary>
internal static class ForeignKeyReader
{
    /// <summary>The foreign keys that fit.</summary>
    public static IEnumerable<ForeignKey> Read(ModelShape shape)
    {
        foreach (var reference in References.Find(shape.Context))
        {
            if (Read(shape, reference) is { } key)
            {
                yield return key;
            }
        }
    }

    private static ForeignKey? Read(ModelShape shape, Reference reference)
    {
        var context = shape.Context;
        if (!Navigation.IsModel(reference.Target))
        {
            Report(context, reference, DiagnosticCodes.NotAModel, $"'{reference.Target.Display()}' is no model: it has no [Table].", "0");
            return null;
        }

        var target = SymbolEqualityComparer.Default.Equals(reference.Target, context.Model)
            ? shape
            : ModelShape.Read(reference.Target, context.CancellationToken);
        if (TargetColumns(context, reference, target) is not { } referenced || !Fit(context, reference, target, referenced))
        {
            return null;
        }

        var columns = reference.Columns.Select(c => c.Column.Name).ToEquatableArray();
        var options = reference.IsOurs ? reference.Attribute : null;
        var onDeleteColumns = options is null ? [] : context.ColumnNames(options, options.List("OnDeleteProperties"), "OnDeleteProperties") ?? [];
        ReportSetNull(context, reference, onDeleteColumns);
        if (options?.Flag("Period") == true)
        {
            TemporalKeys.ReportActions(context, options);
        }

        var standard = ObjectNames.ForeignKey(context.Table.Name, columns);
        return new ForeignKey
        {
            Name = options is null ? standard : ConstraintName.Of(context, options, "foreign key", standard),
            Columns = columns,
            References = target.Context.Table,
            ReferencedColumns = referenced.Select(c => c.Column.Name).ToEquatableArray(),
            OnDelete = reference.OnDelete,
            OnUpdate = (ReferentialAction)(options?.Number("OnUpdate") ?? 0),
            OnDeleteColumns = onDeleteColumns.ToEquatableArray(),
            Deferrability = options is null ? Deferrability.NotDeferrable : ConstraintName.Deferrability(options),
            MatchFull = options?.Flag("MatchFull") ?? false,
            Period = options?.Flag("Period") ?? false,
            NotValid = options?.Flag("NotValid") ?? false,
            NotEnforced = CheckReader.NotEnforced(context, options),
            Comment = options?.Text("Comment"),
        };
    }

    private static List<ModelColumn>? TargetColumns(ModelContext context, Reference reference, ModelShape target)
    {
        var listed = reference.IsOurs ? reference.Attribute!.List("TargetProperties") : [];
        IReadOnlyList<string> names = listed.Count > 0 ? listed : [.. target.PrimaryKey?.Columns ?? []];
        if (names.Count == 0)
        {
            Report(context, reference, DiagnosticCodes.ReferencedColumns, $"'{reference.Target.Name}' has no primary key to reference.", "0");
            return null;
        }

        var columns = new List<ModelColumn>();
        foreach (var name in names)
        {
            if (target.Context.FindColumn(name) is not { } column)
            {
                Report(context, reference, DiagnosticCodes.UnknownProperty, $"'{reference.Target.Name}' has no column for '{name}'.", "TargetProperties");
                return null;
            }

            columns.Add(column);
        }

        return columns;
    }

    private static bool Fit(ModelContext context, Reference reference, ModelShape target, List<ModelColumn> referenced)
    {
        if (reference.Columns.Count != referenced.Count)
        {
            var expected = string.Join(", ", referenced.Select(c => c.Path));
            Report(
                context,
                reference,
                DiagnosticCodes.ForeignKeyColumns,
                $"The foreign key to '{reference.Target.Name}' has {Text(reference.Columns.Count)} column(s), what it references has {Text(referenced.Count)} ({expected}).");
            return false;
        }

        if (NoKey(reference, target, referenced) is { } problem)
        {
            Report(context, reference, DiagnosticCodes.ReferencedColumns, problem, "TargetProperties");
            return false;
        }

        for (var i = 0; i < referenced.Count; i++)
        {
            var (from, to) = (reference.Columns[i], referenced[i]);
            if (Comparable(from.Column.Type) != Comparable(to.Column.Type) && !((IsSaid(from) || IsSaid(to) || IsOfParent(context, from)) && ForeignKeyTypes.AreComparable(from.Column.Type, to.Column.Type)))
            {
                Report(
                    context,
                    reference,
                    DiagnosticCodes.ForeignKeyType,
                    $"'{context.Model.Name}.{from.Path}' is of type '{from.Column.Type}', but '{reference.Target.Name}.{to.Path}' is of type '{to.Column.Type}'.");
                return false;
            }
        }

        return true;
    }

    private static string? NoKey(Reference reference, ModelShape target, List<ModelColumn> referenced)
    {
        IReadOnlyList<string> columns = [.. referenced.Select(c => c.Column.Name)];
        var isPeriod = reference.IsOurs && reference.Attribute!.Flag("Period");
        var shown = $"({string.Join(", ", referenced.Select(c => c.Path))}) of '{reference.Target.Name}'";
        return (isPeriod, target.IsKey(columns), target.IsTemporalKey(columns)) switch
        {
            (false, true, _) or (true, _, true) => null,
            (false, false, true) => $"{shown} is a key without overlaps: say Period = true, and let the last column be the range that must be covered.",
            (true, _, false) => $"{shown} is no key without overlaps, which is what a reference with a period is to.",
            _ => $"{shown} is neither its primary key nor unique.",
        };
    }

    // Lengths may differ, and text is compared with varying characters as it is.
    private static string Comparable(string type) => SqlTypeName.WithoutModifiers(type) is var bare && bare == "character varying" ? "text" : bare;

    // A type that is written out is meant: a domain, or a smaller integer than the referenced one.
    private static bool IsSaid(ModelColumn column) => column.Property.Attributes.Find(AttributeNames.Column)?.Text("TypeName") is not null;

    // The class has no property of its own that could say it.
    private static bool IsOfParent(ModelContext context, ModelColumn column)
    {
        for (INamedTypeSymbol? type = context.Model; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, column.Property.Symbol.ContainingType.OriginalDefinition))
            {
                return false;
            }
        }

        return true;
    }

    private static void ReportSetNull(ModelContext context, Reference reference, IReadOnlyList<string> confined)
    {
        if (reference.OnDelete != ReferentialAction.SetNull)
        {
            return;
        }

        var stuck = reference.Columns.FirstOrDefault(c => !c.Column.Nullable && (confined.Count == 0 || confined.Contains(c.Column.Name)));
        if (stuck is not null)
        {
            context.Report(new ModelProblem
            {
                Code = DiagnosticCodes.RequiredSetNull,
                Symbol = reference.Attribute?.Owner ?? reference.Symbol,
                Attribute = reference.Attribute?.Data,
                Argument = reference.IsOurs ? "OnDelete" : null,
                Message = $"'{context.Model.Name}.{stuck.Path}' is required, so it cannot be set to NULL when the referenced row is deleted: PostgreSQL refuses each such deletion"
                    + (reference.Columns.Count > 1 ? "; name the columns that can by OnDeleteProperties." : "."),
                IsDoubt = true,
            });
        }
    }

    private static void Report(ModelContext context, Reference reference, string code, string message, string? argument = null)
    {
        if (reference.Attribute is { } attribute)
        {
            context.Report(code, attribute, message, reference.IsOurs ? argument : null);
        }
        else
        {
            context.Report(code, reference.Symbol, message);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
