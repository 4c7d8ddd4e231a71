using System.Globalization;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Reading.Tables;

/// <summary>Reads what is said of the table as a whole.</summary>
internal static class TableOptions
{
    /// <summary>The storage parameters, sorted.</summary>
    public static EquatableArray<string> StorageParameters(ModelContext context) => context.Attributes
        .All(AttributeNames.StorageParameter)
        .GroupBy(a => a.Text(0) ?? "", StringComparer.Ordinal)
        .Select(g => g.Key + "=" + Value(g.Last().Argument(1)?.Value))
        .OrderBy(p => p, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>What logical replication sends of an old row.</summary>
    public static string? ReplicaIdentity(ModelContext context)
    {
        if (context.Attributes.Find(AttributeNames.ReplicaIdentity) is not { } attribute)
        {
            return null;
        }

        if (attribute.Text(0) is { } index)
        {
            context.CheckName(index, "index", attribute.Owner, attribute, "0");
            return "index " + index;
        }

        return attribute.Number(0) switch { 1 => "full", 2 => "nothing", _ => null };
    }

    /// <summary>The text of an attribute that names one thing: an index, a tablespace.</summary>
    public static string? Name(ModelContext context, string attributeName, string what)
    {
        if (context.Attributes.Find(attributeName) is not { } attribute || attribute.Text(0) is not { } name)
        {
            return null;
        }

        context.CheckName(name, what, attribute.Owner, attribute, "0");
        return name;
    }

    /// <summary>The column of the tenant, if the table is tenant-scoped.</summary>
    public static string? TenantKey(ModelContext context)
    {
        if (context.Columns.LastOrDefault(c => c.Property.Attributes.Has(AttributeNames.TenantKey)) is { } marked)
        {
            return marked.Column.Name;
        }

        if (context.Attributes.Find(AttributeNames.TenantScoped) is not { } attribute || attribute.Text(0) is not { } property)
        {
            return null;
        }

        return context.ColumnNames(attribute, [property]) is [var column] ? column : null;
    }

    /// <summary>The name that the table had before.</summary>
    public static QualifiedName? RenamedFrom(ModelContext context)
    {
        if (context.Attributes.Find(AttributeNames.RenamedFrom) is not { } attribute || attribute.Text(0) is not { } name)
        {
            return null;
        }

        context.CheckName(name, "table", attribute.Owner, attribute, "0");
        return new QualifiedName(attribute.Text("Schema") ?? context.Table.Schema, name);
    }

    /// <summary>Notes what keeps the class from being a model at all.</summary>
    public static void ReportClass(ModelContext context)
    {
        var model = context.Model;
        var what = model.IsStatic ? "static" : model.IsAbstract ? "abstract" : IsGeneric(context) ? "generic" : null;
        if (what is not null)
        {
            context.Report(
                DiagnosticCodes.InvalidModelClass,
                model,
                $"'{model.Name}' is {what} and cannot be a model; put [Table] on the classes that are made from it.");
        }
        else if (context.Columns.Count == 0 && context.Problems.Count == 0 && !context.Attributes.Has(AttributeNames.PartitionOf, AttributeNames.Inherits))
        {
            context.Report(DiagnosticCodes.NoColumns, model, $"'{model.Name}' has no public property that could be a column.");
        }

        context.CheckName(context.Table.Name, "table", model, context.TableAttribute, "0");
        context.CheckName(context.Table.Schema, "schema", model, context.TableAttribute, context.TableAttribute?.Text("Schema") is null ? null : "Schema");
    }

    private static bool IsGeneric(ModelContext context)
    {
        for (var type = context.Model; type is not null; type = type.ContainingType)
        {
            if (type.Arity > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string Value(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
