using Hotline.Migrate.Scaffolding.Text;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>Writes constraints as attributes: on the property when they are about one column, else on the class.</summary>
internal static class ConstraintTexts
{
    /// <summary>The attributes of unique, foreign key, check and exclusion constraints, in this order.</summary>
    public static IEnumerable<ConstraintText> Of(TableCode code) =>
    [
        .. code.Table.Uniques.Select(u => Unique(code, u)),
        .. code.Table.ForeignKeys.Where(k => code.HasClass(k.References)).Select(k => Reference(code, k)),
        .. code.Table.Checks.Select(c => Check(code, c)),
        .. code.Table.Exclusions.Select(e => Exclusion(code, e)),
    ];

    /// <summary>When a constraint is checked, as C#; <c>null</c> for at once.</summary>
    public static string? Deferrability(TableConstraint constraint) => constraint.Deferrability == Schema.Deferrability.NotDeferrable
        ? null
        : $"Deferrability.{constraint.Deferrability}";

    /// <summary>The only one of <paramref name="columns"/>, if the class has a property for it.</summary>
    public static string? Alone(TableCode code, IReadOnlyList<string> columns) =>
        columns is [var alone] && code.Table.FindColumn(alone) is not null ? alone : null;

    private static ConstraintText Unique(TableCode code, UniqueConstraint unique)
    {
        var column = Alone(code, [.. unique.Columns]);
        var name = unique.Name == ObjectNames.Unique(code.Table.Name.Name, unique.Columns) ? null : unique.Name;
        return new ConstraintText(
            column,
            new AttributeText("Unique")
                .Code(column is null ? code.NamesOf(unique.Columns) : [])
                .Named("Name", name)
                .NamedList("Include", code.NamesOf(unique.Include))
                .Named("NullsNotDistinct", unique.NullsNotDistinct)
                .Named("WithoutOverlaps", unique.WithoutOverlaps)
                .NamedCode("Deferrability", Deferrability(unique))
                .Named("Comment", unique.Comment)
                .ToString(),
            name is null);
    }

    private static ConstraintText Reference(TableCode code, ForeignKey key)
    {
        var column = Alone(code, [.. key.Columns]);
        var target = code.Schema.Find<Table>(key.References);
        var isKey = target?.PrimaryKey is { } primary && primary.Columns == key.ReferencedColumns;
        return new ConstraintText(
            column,
            new AttributeText("References")
                .Code($"typeof({code.TypeOf(key.References)})")
                .Code(column is null ? code.NamesOf(key.Columns) : [])
                .NamedList("TargetProperties", isKey ? [] : code.NamesOf(key.References, key.ReferencedColumns))
                .NamedCode("OnDelete", Action(key.OnDelete))
                .NamedCode("OnUpdate", Action(key.OnUpdate))
                .NamedList("OnDeleteProperties", code.NamesOf(key.OnDeleteColumns))
                .NamedCode("Deferrability", Deferrability(key))
                .Named("MatchFull", key.MatchFull)
                .Named("Period", key.Period)
                .Named("NotValid", key.NotValid)
                .Named("NotEnforced", key.NotEnforced)
                .Named("Name", key.Name == ObjectNames.ForeignKey(code.Table.Name.Name, key.Columns) ? null : key.Name)
                .Named("Comment", key.Comment)
                .ToString(),
            key.References != code.Table.Name && code.IsOfRoot(key.References));
    }

    private static ConstraintText Check(TableCode code, CheckConstraint check)
    {
        var named = SqlText.ColumnsIn(check.Expression, code.Table.Columns.Select(c => c.Name));
        var column = Alone(code, named);
        var attribute = new AttributeText("Check");
        if (check.Name != ObjectNames.Check(code.Table.Name.Name, named))
        {
            attribute.Text(check.Name);
        }

        return new ConstraintText(
            column,
            attribute
                .Text(check.Expression)
                .Named("NoInherit", check.NoInherit)
                .Named("NotValid", check.NotValid)
                .Named("NotEnforced", check.NotEnforced)
                .Named("Comment", check.Comment)
                .ToString(),
            true);
    }

    private static ConstraintText Exclusion(TableCode code, ExclusionConstraint exclusion)
    {
        var standard = ObjectNames.Exclusion(
            code.Table.Name.Name,
            exclusion.Elements.Select(e => ObjectNames.Words(e[..e.LastIndexOf(" WITH ", StringComparison.OrdinalIgnoreCase)])));
        return new ConstraintText(
            null,
            new AttributeText("Exclusion")
                .Code(exclusion.Elements.Select(CSharpLiteral.Of))
                .Named("Name", exclusion.Name == standard ? null : exclusion.Name)
                .Named("Method", exclusion.Method == "gist" ? null : exclusion.Method)
                .Named("Where", exclusion.Where)
                .NamedCode("Deferrability", Deferrability(exclusion))
                .Named("Comment", exclusion.Comment)
                .ToString(),
            false);
    }

    private static string? Action(ReferentialAction action) => action == ReferentialAction.NoAction ? null : $"ReferentialAction.{action}";
}
