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
                Comment = attribute.Text("Comment"),
            };
        }
    }
}
