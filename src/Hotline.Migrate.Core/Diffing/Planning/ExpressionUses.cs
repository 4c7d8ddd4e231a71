using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Adds to an operation on a table or domain what its expressions name: routines, types, collations.</summary>
internal static class ExpressionUses
{
    public static PlannedOperation Complete(PlanContext context, PlannedOperation planned)
    {
        var (owner, old, @new) = Texts(context, planned.Operation);
        if (owner is null)
        {
            return planned;
        }

        var needs = Keys(context.NewUses, @new, owner.Schema);
        var frees = Keys(context.OldUses, old, owner.Schema);
        return new PlannedOperation(planned.Operation)
        {
            Rank = planned.Rank,
            Makes = planned.Makes,
            Changes = planned.Changes,
            Removes = planned.Removes,
            Needs = [.. planned.Needs.Union(needs)],
            Frees = [.. planned.Frees.Union(frees.Except(planned.Removes.Count == 0 ? needs : []))],
            Split = circle => (planned.Split?.Invoke(circle) ?? TableInParts.Of(context, planned, circle))?.Select(p => Complete(context, p)).ToList(),
            Yield = planned.Yield,
        };
    }

    private static List<SchemaKey> Keys(UsesReader uses, ExpressionTexts texts, string own) =>
    [
        .. texts.Expressions.SelectMany(e => uses.OfExpression(e, own))
            .Concat(texts.Types.SelectMany(t => uses.OfTypeName(t, own)))
            .Concat(texts.Fills.SelectMany(f => uses.OfExpression(f, own)).Where(k => k.IsRoutine))
            .Distinct(),
    ];

    private static ExpressionTexts Filled(Column column, ColumnFill? fill) =>
        ExpressionTexts.Of(column) with { Fills = fill is null ? [] : [fill.Expression] };

    // Values that are converted along with their old type leave it only by that.
    private static ExpressionTexts Altered(PlanContext context, AlterColumn alter) => context.Replacements.Converts(alter.Old, alter.New)
        ? ExpressionTexts.Of(alter.Old) with { Types = [] }
        : ExpressionTexts.Of(alter.Old);

    private static (QualifiedName? Owner, ExpressionTexts Old, ExpressionTexts New) Texts(PlanContext context, Operation operation) => operation switch
    {
        CreateTable o => (o.Table.Name, ExpressionTexts.None, ExpressionTexts.Of(o.Table)),
        DropTable o => (o.Table.Name, ExpressionTexts.Of(o.Table), ExpressionTexts.None),
        AddColumn o => (o.Table, ExpressionTexts.None, Filled(o.Column, o.Fill)),
        DropColumn o => (o.Table, ExpressionTexts.Of(o.Column), ExpressionTexts.None),
        AlterColumn { Old: var was, New: var becomes } o when was.Type == becomes.Type && was.Collation == becomes.Collation =>
            (o.Table, ExpressionTexts.Of(was) with { Types = [] }, Filled(becomes, o.Fill) with { Types = [] }),
        AlterColumn o => (o.Table, Altered(context, o), Filled(o.New, o.Fill)),
        AddConstraint o => (o.Table, ExpressionTexts.None, ExpressionTexts.Of(o.Constraint)),
        DropConstraint o => (o.Table, ExpressionTexts.Of(o.Constraint), ExpressionTexts.None),
        CreateIndex o => (o.Table, ExpressionTexts.None, ExpressionTexts.Of(o.Index)),
        DropIndex o => (o.Table, ExpressionTexts.Of(o.Index), ExpressionTexts.None),
        CreatePolicy o => (o.Table, ExpressionTexts.None, ExpressionTexts.Of(o.Policy)),
        DropPolicy o => (o.Table, ExpressionTexts.Of(o.Policy), ExpressionTexts.None),
        AlterPolicy o => (o.Table, ExpressionTexts.Of(o.Old), ExpressionTexts.Of(o.New)),
        CreateDomain o => (o.Domain.Name, ExpressionTexts.None, ExpressionTexts.Of(o.Domain)),
        DropDomain o => (o.Domain.Name, ExpressionTexts.Of(o.Domain), ExpressionTexts.None),
        ReplaceTypes o => (o.Types[0].New.Name, ExpressionTexts.Of(o.Types.Select(t => t.Old)), ExpressionTexts.Of(o.Types.Select(t => t.New))),
        ReplaceDomain o => (o.New.Name, ExpressionTexts.Of(o.Old), ExpressionTexts.Of(o.New)),
        AlterDomain o => (o.New.Name, ExpressionTexts.Of(o.Old), ExpressionTexts.Of(o.New)),
        CreateCompositeType o => (o.Type.Name, ExpressionTexts.None, ExpressionTexts.Of(o.Type)),
        DropCompositeType o => (o.Type.Name, ExpressionTexts.Of(o.Type), ExpressionTexts.None),
        AlterCompositeType o => (o.New.Name, ExpressionTexts.Of(o.Old), ExpressionTexts.Of(o.New)),
        _ => (null, ExpressionTexts.None, ExpressionTexts.None),
    };
}
