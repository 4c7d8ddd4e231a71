using Hotline.Migrate.Scaffolding.Text;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>Where a column's values come from when an INSERT gives none.</summary>
/// <param name="Attribute">The attribute that says so, if one is needed.</param>
/// <param name="IsMade">Whether the database makes a value.</param>
internal sealed record ColumnValue(string? Attribute, bool IsMade)
{
    /// <summary>The value in C#, where it is a constant.</summary>
    public string? Initial { get; init; }

    /// <summary>Whether the attribute is one of .NET's.</summary>
    public bool IsStandard { get; init; }

    /// <summary>Whether it means the same in a base class.</summary>
    public bool IsShareable { get; init; } = true;

    /// <summary>The source of the column's values.</summary>
    public static ColumnValue Of(TableCode code, Column column, ClrType type)
    {
        if (column.Generated is { } generated)
        {
            return new ColumnValue(new AttributeText("Generated").Text(generated.Expression).Named("Virtual", generated.Virtual).ToString(), true);
        }

        if (column.Identity is { } identity)
        {
            var isConvention = !identity.Always && identity.Options == SequenceOptions.Default && CountsByItself(code, column, type);
            return new ColumnValue(isConvention ? null : IdentityAttribute(identity), true);
        }

        if (column.Default is not { } sql)
        {
            return CountsByItself(code, column, type)
                ? new ColumnValue("[DatabaseGenerated(DatabaseGeneratedOption.None)]", false) { IsStandard = true }
                : new ColumnValue(null, false);
        }

        if (code.Sequences.Serial(code.Table.Name, column.Name) is { } sequence)
        {
            return new ColumnValue(Serial(code, column, sequence), true) { IsShareable = sequence.Name.Name == ObjectNames.Sequence(code.Table.Name.Name, column.Name) };
        }

        return Constant(code, column, type, sql) ?? new ColumnValue(new AttributeText("DefaultSql").Text(sql).ToString(), true)
        {
            Initial = sql.StartsWith("'{}'", StringComparison.Ordinal) && type.Name.EndsWith("[]", StringComparison.Ordinal) ? "[]" : null,
        };
    }

    /// <summary>Options of a sequence as named arguments.</summary>
    public static AttributeText WithOptions(AttributeText attribute, SequenceOptions options) => attribute
        .Named("Start", options.Start)
        .Named("Increment", options.Increment)
        .Named("Minimum", options.Minimum)
        .Named("Maximum", options.Maximum)
        .Named("Cache", options.Cache)
        .Named("Cycle", options.Cycle);

    private static string IdentityAttribute(Identity identity) =>
        WithOptions(new AttributeText("Identity").Named("Always", identity.Always), identity.Options).ToString();

    private static string Serial(TableCode code, Column column, Sequence sequence)
    {
        var attribute = new AttributeText("Serial")
            .Named("Name", sequence.Name.Name == ObjectNames.Sequence(code.Table.Name.Name, column.Name) ? null : sequence.Name.Name)
            .Named("Schema", sequence.Name.Schema == code.Table.Name.Schema ? null : sequence.Name.Schema)
            .Named("Type", sequence.Type == column.Type ? null : sequence.Type);
        return WithOptions(attribute, sequence.Options).Named("Comment", sequence.Comment).ToString();
    }

    // The same rule as the generator's: an integer that is the whole key counts, unless it references another table.
    private static bool CountsByItself(TableCode code, Column column, ClrType type) =>
        KeyText.IsAlone(code, column)
        && type.Name is "short" or "int" or "long"
        && column.Type is "smallint" or "integer" or "bigint"
        && column is { Default: null, Generated: null }
        && !code.Table.ForeignKeys.Any(k => k.Columns.Contains(column.Name));

    private static ColumnValue? Constant(TableCode code, Column column, ClrType type, string sql)
    {
        if (sql is "true" or "false" && type.Name == "bool" && column.Type == "boolean")
        {
            return Literal(sql, null);
        }

        if (type.Name is "short" or "int" or "long" && type.TypeName is null && long.TryParse(sql, out var number) && sql == Text(number))
        {
            return Literal(sql, null);
        }

        var bare = SqlTypeName.WithoutModifiers(column.Type);
        if (QuotedText(sql, bare) is not { } text)
        {
            return null;
        }

        if (code.Types.EnumName(column.Type) is { } enumType)
        {
            return code.Schema.Find<EnumType>(enumType)!.Labels.Contains(text)
                ? Literal($"{type.Name}.{code.Member(enumType, text)}", null)
                : null;
        }

        return type.Name == "string" && bare is "text" or "character varying" && (type.MaxLength is not { } length || text.Length <= length)
            ? Literal(CSharpLiteral.Of(text), CSharpLiteral.Of(text))
            : null;
    }

    private static ColumnValue Literal(string csharp, string? initial) =>
        new(new AttributeText("Default").Code(csharp).ToString(), true) { Initial = initial };

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // 'text'::type, as PostgreSQL spells a constant of the column's type.
    private static string? QuotedText(string sql, string type)
    {
        if (sql.Length < 2 || sql[0] != '\'')
        {
            return null;
        }

        var end = 1;
        for (; end < sql.Length; end++)
        {
            if (sql[end] == '\'')
            {
                if (end + 1 == sql.Length || sql[end + 1] != '\'')
                {
                    break;
                }

                end++;
            }
        }

        return end < sql.Length && (end == sql.Length - 1 || sql[(end + 1)..] == "::" + type)
            ? sql[1..end].Replace("''", "'", StringComparison.Ordinal)
            : null;
    }
}
