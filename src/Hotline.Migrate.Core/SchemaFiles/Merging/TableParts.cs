using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles.Merging;

/// <summary>Brings what belongs to a table, a view or a sequence to it.</summary>
internal sealed class TableParts(MergedObjects objects)
{
    private readonly Dictionary<QualifiedName, (bool Enabled, bool Forced, SourceLocation Where)> switches = [];

    /// <summary>An index of a table or materialized view.</summary>
    public void Add(CreatedIndex created)
    {
        var index = created.Index;
        switch (objects.FindRelation(created.Relation))
        {
            case Table table when !IsTwice(table.Indexes.Any(i => i.Name == index.Name), $"index {index.Name}", table, created.Where):
                objects.Set(table with { Indexes = table.Indexes.Append(index).OrderBy(i => i.Name, StringComparer.Ordinal).ToEquatableArray() });
                break;
            case SqlObject { Kind: SchemaKinds.MaterializedView } view when !IsTwice(view.Indexes.Any(i => i.Name == index.Name), $"index {index.Name}", view, created.Where):
                objects.Set(view with { Indexes = view.Indexes.Append(index).OrderBy(i => i.Name, StringComparer.Ordinal).ToEquatableArray() });
                break;
            case Table or SqlObject { Kind: SchemaKinds.MaterializedView }:
                break;
            default:
                objects.Missing($"table or materialized view {created.Relation} of the index {index.Name}", created.Where);
                break;
        }
    }

    /// <summary>A policy of a table.</summary>
    public void Add(CreatedPolicy created)
    {
        if (objects.Find(SchemaKinds.Table, created.Table) is not Table table)
        {
            objects.Missing($"table {created.Table} of the policy {created.Policy.Name}", created.Where);
        }
        else if (!IsTwice(table.Policies.Any(p => p.Name == created.Policy.Name), $"policy {created.Policy.Name}", table, created.Where))
        {
            objects.Set(table with { Policies = table.Policies.Append(created.Policy).OrderBy(p => p.Name, StringComparer.Ordinal).ToEquatableArray() });
        }
    }

    /// <summary>Row-level security of a table.</summary>
    public void Switch(RowSecuritySwitch change)
    {
        if (objects.Find(SchemaKinds.Table, change.Table) is not Table table)
        {
            objects.Missing($"table {change.Table}", change.Where);
            return;
        }

        var before = switches.TryGetValue(table.Name, out var said)
            ? said
            : (Enabled: table.RowSecurity != RowSecurity.Disabled, Forced: table.RowSecurity == RowSecurity.Forced, change.Where);
        switches[table.Name] = (change.Enabled ?? before.Enabled, change.Forced ?? before.Forced, change.Where);
    }

    /// <summary>The column that a sequence goes with.</summary>
    public void Own(OwnedSequence owned)
    {
        if (objects.Find(SchemaKinds.Sequence, owned.Sequence) is Sequence sequence)
        {
            objects.Set(sequence with { OwnedBy = owned.Column });
        }
        else
        {
            objects.Missing($"sequence {owned.Sequence}", owned.Where);
        }
    }

    /// <summary>A statement that completes an object.</summary>
    public void Complete(CompletedObject completed)
    {
        if (objects.Find(completed.Target) is SqlObject target)
        {
            objects.Set(target with { Additions = target.Additions.Append(completed.Sql).ToEquatableArray() });
        }
        else
        {
            objects.Missing(completed.Target.ToString(), completed.Where);
        }
    }

    /// <summary>Takes over what the switches come to: <c>FORCE</c> may stand before <c>ENABLE</c>.</summary>
    public void Finish()
    {
        foreach (var (name, state) in switches)
        {
            if (state is { Forced: true, Enabled: false })
            {
                objects.Diagnostics.Add(new Diagnostic
                {
                    Code = DiagnosticCodes.SchemaFileStatement,
                    Summary = $"FORCE ROW LEVEL SECURITY does nothing, as row-level security of the table {name} is off.",
                    Where = state.Where,
                    NextActions = [$"ALTER TABLE {SqlIdentifier.Quote(name)} ENABLE ROW LEVEL SECURITY;"],
                });
                continue;
            }

            objects.Set(((Table)objects.Find(SchemaKinds.Table, name)!) with
            {
                RowSecurity = state.Forced ? RowSecurity.Forced : state.Enabled ? RowSecurity.Enabled : RowSecurity.Disabled,
            });
        }
    }

    private bool IsTwice(bool isThere, string what, SchemaObject owner, SourceLocation where)
    {
        if (isThere)
        {
            objects.Twice($"{what} of {owner.Name}", objects.SourceOf(owner), where);
        }

        return isThere;
    }
}
