using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Sequences that go with their column.</summary>
internal static class OwnedSequences
{
    /// <summary>The sequences that go without a statement when the table, or one column of it, is dropped.</summary>
    public static IEnumerable<SchemaKey> GoneWith(PlanContext context, QualifiedName table, string? column = null) => context.From.Objects
        .OfType<Sequence>()
        .Where(s => s.OwnedBy is { } owner && owner.Table == table && (column is null || owner.Column == column) && context.To.Find<Sequence>(s.Name) is null)
        .Select(s => SchemaKey.Relation(s.Name));

    /// <summary>Whether the sequence goes when something else is dropped, or must stay because it is not sure that this is dropped.</summary>
    public static bool GoesWithOwner(PlanContext context, Sequence sequence) => sequence.OwnedBy is { } owner
        && context.To.Find<Table>(owner.Table)?.FindColumn(owner.Column) is null
        && context.From.Find<Table>(owner.Table)?.FindColumn(owner.Column) is not null;

    /// <summary>The change of the column as one from <c>serial</c> to identity or back, if it is one.</summary>
    public static PlannedOperation AsWhole(PlanContext context, PlannedOperation planned)
    {
        var alter = (AlterColumn)planned.Operation;
        if (Of(context.From, alter.Table, alter.Old) is { } gone && alter.New.Identity is not null && IsConverted(context, gone))
        {
            var change = new SerialToIdentity(alter, gone) { Loss = alter.Loss, Note = alter.Note };
            return planned.With(change, removes: [SchemaKey.Relation(gone.Name)]);
        }

        if (Of(context.To, alter.Table, alter.New) is { } come && alter.Old.Identity is not null && IsConverted(context, come))
        {
            var change = new IdentityToSerial(alter, come) { Loss = alter.Loss, Note = alter.Note };
            return planned.With(change, makes: [SchemaKey.Relation(come.Name)]);
        }

        return planned;
    }

    /// <summary>Whether the sequence comes or goes as a part of another change.</summary>
    public static bool IsConverted(PlanContext context, Sequence sequence) => sequence.OwnedBy is { } owner
        && context.From.Find<Sequence>(sequence.Name) is null != context.To.Find<Sequence>(sequence.Name) is null
        && context.From.Find<Table>(owner.Table)?.FindColumn(owner.Column) is { } old
        && context.To.Find<Table>(owner.Table)?.FindColumn(owner.Column) is { } @new
        && (Of(context.From, owner.Table, old) == sequence && @new.Identity is not null
            || Of(context.To, owner.Table, @new) == sequence && old.Identity is not null);

    private static Sequence? Of(DatabaseSchema schema, QualifiedName table, Column column) => column.Default is { } value && column.Identity is null
        ? schema.Objects.OfType<Sequence>().FirstOrDefault(s =>
            s.OwnedBy == new ColumnReference(table, column.Name) && SqlExpression.Mentions(value, s.Name.Name))
        : null;
}
