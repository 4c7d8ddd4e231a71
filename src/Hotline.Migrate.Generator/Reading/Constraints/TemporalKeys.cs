using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Reading.Constraints;

/// <summary>Reads what makes a key hold for a time (<c>WITHOUT OVERLAPS</c>), and what a reference to one needs (<c>PERIOD</c>).</summary>
internal static class TemporalKeys
{
    private const string WithoutOverlaps = "WithoutOverlaps";
    private const string Method = "gist";

    /// <summary>Whether an attribute with a key of <paramref name="columns"/> says so; what cannot be is reported.</summary>
    public static bool Read(ModelContext context, ModelAttribute? attribute, IReadOnlyList<string> columns)
    {
        if (attribute?.Flag(WithoutOverlaps) != true || columns.Count == 0)
        {
            return false;
        }

        if (columns.Count == 1)
        {
            context.Report(
                DiagnosticCodes.InvalidArgument,
                attribute,
                $"A key of '{context.Model.Name}' without overlaps needs a column that tells whose range it is, and the range behind it; '{columns[0]}' is alone.",
                WithoutOverlaps);
        }
        else if (context.FindColumn(columns[columns.Count - 1]) is { } last && IsNoRange(last.Column.Type))
        {
            context.Report(
                DiagnosticCodes.InvalidArgument,
                attribute,
                $"The last column of a key without overlaps is a range or multirange; '{context.Model.Name}.{last.Path}' is of type '{last.Column.Type}'.",
                WithoutOverlaps);
        }

        foreach (var column in columns.Take(columns.Count - 1))
        {
            IndexExtensions.Need(context, Method, context.FindColumn(column));
        }

        return true;
    }

    /// <summary>Notes what PostgreSQL does not do for a reference with a period.</summary>
    public static void ReportActions(ModelContext context, ModelAttribute attribute)
    {
        foreach (var action in (string[])["OnDelete", "OnUpdate"])
        {
            if ((ReferentialAction)attribute.Number(action) != ReferentialAction.NoAction)
            {
                context.Report(
                    DiagnosticCodes.InvalidArgument, attribute, $"PostgreSQL does nothing but refuse for a reference with a period: take {action} away.", action);
            }
        }
    }

    // A type of the user's own may be a range or a domain over one.
    private static bool IsNoRange(string type) =>
        SqlTypeName.IsArray(type)
        || (SqlTypeName.IsBuiltIn(SqlTypeName.WithoutModifiers(type)) && !type.EndsWith("range", StringComparison.Ordinal));
}
