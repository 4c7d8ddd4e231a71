using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>The SQL texts in the definition of a table or domain, or of a part of it.</summary>
/// <param name="Expressions">Expressions.</param>
/// <param name="Types">Names of types and collations.</param>
internal sealed record ExpressionTexts(IReadOnlyList<string> Expressions, IReadOnlyList<string> Types)
{
    public static ExpressionTexts None { get; } = new([], []);

    /// <summary>Expressions that fill rows; of those only the functions count.</summary>
    public IReadOnlyList<string> Fills { get; init; } = [];

    public static ExpressionTexts Of(Table table) => All(
    [
        .. table.Columns.Select(Of),
        .. table.Constraints.Select(Of),
        .. table.Indexes.Select(Of),
        .. table.Policies.Select(Of),
        Make(table.Partitioning?.Keys ?? [], []),
    ]);

    public static ExpressionTexts Of(Column column) =>
        Make([column.Default, column.Generated?.Expression], [column.Type, column.Collation]);

    public static ExpressionTexts Of(TableConstraint constraint) => constraint switch
    {
        CheckConstraint check => Make([check.Expression], []),
        ExclusionConstraint exclusion => Make([.. exclusion.Elements, exclusion.Where], []),
        _ => None,
    };

    public static ExpressionTexts Of(TableIndex index) =>
        Make([.. index.Elements.Select(e => e.Expression), index.Where], index.Elements.Select(e => e.Collation));

    public static ExpressionTexts Of(Policy policy) => Make([policy.Using, policy.WithCheck], []);

    public static ExpressionTexts Of(Domain domain) =>
        Make([domain.Default, .. domain.Checks.Select(c => c.Expression)], [domain.Type, domain.Collation]);

    public static ExpressionTexts Of(IEnumerable<SchemaObject> types) => All([.. types.Select(t => t switch
    {
        Domain domain => Of(domain),
        CompositeType composite => Of(composite),
        _ => None,
    })]);

    public static ExpressionTexts Of(CompositeType type) =>
        Make([], type.Fields.SelectMany(f => new[] { f.Type, f.Collation }));

    private static ExpressionTexts All(IReadOnlyList<ExpressionTexts> parts) =>
        new([.. parts.SelectMany(p => p.Expressions)], [.. parts.SelectMany(p => p.Types)]);

    private static ExpressionTexts Make(IEnumerable<string?> expressions, IEnumerable<string?> types) =>
        new([.. expressions.OfType<string>()], [.. types.OfType<string>()]);
}
