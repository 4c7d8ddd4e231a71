using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Reading.Constraints;

/// <summary>Reads check constraints.</summary>
internal static class CheckReader
{
    /// <summary>The constraints of <c>[Check]</c> on the class and on properties.</summary>
    public static IEnumerable<CheckConstraint> Read(ModelContext context)
    {
        foreach (var (attribute, column) in ConstraintName.All(context, AttributeNames.Check))
        {
            var named = attribute.Data.ConstructorArguments.Length > 1;
            var sql = attribute.Text(named ? 1 : 0) ?? "";
            if (string.IsNullOrWhiteSpace(sql))
            {
                context.Report(DiagnosticCodes.InvalidArgument, attribute, "The condition of the check is empty.", named ? "1" : "0");
                continue;
            }

            var columns = column is null ? SqlText.ColumnsIn(sql, context.Columns.Select(c => c.Column.Name)) : [column.Column.Name];
            var name = named ? attribute.Text(0) ?? "" : ObjectNames.Check(context.Table.Name, columns);
            context.CheckName(name, "check constraint", attribute.Owner, attribute, "0");
            yield return new CheckConstraint
            {
                Name = name,
                Expression = SqlText.Unwrap(sql),
                NoInherit = attribute.Flag("NoInherit"),
                NotValid = attribute.Flag("NotValid"),
                NotEnforced = NotEnforced(context, attribute),
                Comment = attribute.Text("Comment"),
            };
        }
    }

    /// <summary>Whether the constraint is never checked; that and <c>NotValid</c>, which is about a time until it is, exclude each other.</summary>
    public static bool NotEnforced(ModelContext context, ModelAttribute? attribute)
    {
        if (attribute?.Flag("NotEnforced") != true)
        {
            return false;
        }

        if (attribute.Flag("NotValid"))
        {
            context.Report(
                DiagnosticCodes.InvalidArgument, attribute, "What is not enforced is never checked, so that NotValid has no meaning beside NotEnforced.", "NotValid");
        }

        return true;
    }
}
