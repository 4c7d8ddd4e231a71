using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Columns of a table that stays. Their order is no difference.</summary>
internal static class ColumnPlanner
{
    public static void Plan(PlanContext context, TablePair table, Rebuilds rebuilds)
    {
        foreach (var column in table.New.Columns)
        {
            var (before, after) = InheritancePlanner.FromAbove(context, table, column.Name);
            if (table.Old.FindColumn(column.Name) is null && (after ?? before) is { } inherited)
            {
                Override(context, table, after is null ? column : inherited, column, after);
                continue;
            }

            if (table.Old.FindColumn(column.Name) is not { } old)
            {
                Add(context, table, column, isNew: true);
                continue;
            }

            if (before is not null && after is not null)
            {
                Override(context, table, old, column, after);
                continue;
            }

            if (rebuilds.Recreates(table.Name, column.Name))
            {
                Drop(context, table, old);
                Add(context, table, column, isNew: false);
                continue;
            }

            Alter(context, table, InNewType(context, old, column), column);
            Comments.Plan(
                context,
                new CommentTarget("COLUMN", table.Name, column.Name),
                old.Comment,
                column.Comment,
                TablePlanner.Rank(table.Name, TablePart.Comment, column.Name));
        }

        foreach (var column in table.Old.Columns)
        {
            if (table.New.FindColumn(column.Name) is null && InheritancePlanner.FromAbove(context, table, column.Name).New is { } inherited)
            {
                Override(context, table, column, inherited, inherited);
            }
            else if (table.New.PartitionOf is not null && InheritancePlanner.FromAbove(context, table, column.Name).Old is not null)
            {
                // It goes with the column of the partitioned table.
                continue;
            }
            else if (table.New.FindColumn(column.Name) is null && !context.Open.Columns.Contains((table.Name, column.Name)))
            {
                Drop(context, table, column);
            }
        }
    }

    // What a table has from above it can only have with another default, NOT NULL and comment; the rest changes with that.
    private static void Override(PlanContext context, TablePair table, Column was, Column to, Column? above)
    {
        var (isRetyped, isReset) = InheritancePlanner.Resets(context, table, to.Name);
        if (isRetyped && was.Default is not null)
        {
            context.Add(new PlannedOperation(new AlterColumn(table.Name, was, was with { Default = null }))
            {
                Rank = TablePlanner.Rank(table.Name, TablePart.AlterColumn, Ordinal(table.New, to)),
                Changes = [SchemaKey.Column(table.Name, to.Name)],
                Frees = [.. context.References(was, table.Name.Schema, asItIs: true), .. Inheritance.Above(context.From, table.Old).Select(p => SchemaKey.Column(p.Name, to.Name))],
            });
        }

        var old = was with
        {
            Type = to.Type,
            Collation = to.Collation,
            Generated = to.Generated,
            Identity = to.Identity,
            Default = isReset ? above?.Default : was.Default,
        };
        if (ColumnChange.IsAltered(old, to))
        {
            var altering = Altering(context, table, new AlterColumn(table.Name, old, to));
            altering.Needs.AddRange(Inheritance.Above(context.To, table.New).Select(p => SchemaKey.Column(p.Name, to.Name)));
            context.Add(altering);
        }

        Comments.Plan(
            context,
            new CommentTarget("COLUMN", table.Name, to.Name),
            was.Comment,
            to.Comment,
            TablePlanner.Rank(table.Name, TablePart.Comment, to.Name));
    }

    private static void Add(PlanContext context, TablePair table, Column column, bool isNew)
    {
        var fill = ColumnFills.ForNew(context, table, column);
        var note = context.Restoring && isNew && column.Generated is null
            ? $"structure only: the values of {table.Name}.{column.Name} do not come back"
            : null;
        context.Add(Adding(context, table, new AddColumn(table.Name, column, fill) { Note = note }, fill));
    }

    private static PlannedOperation Adding(PlanContext context, TablePair table, AddColumn add, ColumnFill? waitsFor) => new(add)
    {
        Rank = TablePlanner.Rank(table.Name, TablePart.AddColumn, Ordinal(table.New, add.Column)),
        Makes = [SchemaKey.Column(table.Name, add.Column.Name)],
        Needs =
        [
            .. context.References(add.Column, table.Name.Schema, asItIs: false),
            .. TableKeys.Named(table.New, add.Column.Generated?.Expression).Select(c => SchemaKey.Column(table.Name, c)),
            .. ColumnFills.Needs(context, table, add.Column, waitsFor),
        ],
        Frees = [.. ColumnFills.Frees(context, table, waitsFor)],

        // Two columns that are filled from each other cannot wait for each other.
        Split = _ => waitsFor is null ? null : [Adding(context, table, add, waitsFor: null)],
    };

    private static void Drop(PlanContext context, TablePair table, Column column)
    {
        var loss = column.Generated is null
            ? new DataLoss(DiagnosticCodes.DropColumn, $"the values of {table.Name}.{column.Name}")
            : null;
        context.Add(new PlannedOperation(new DropColumn(table.Name, column, InheritancePlanner.IsKeptBelow(context, table, column.Name)) { Loss = loss })
        {
            Rank = TablePlanner.Rank(table.Name, TablePart.DropColumn, Ordinal(table.Old, column)),
            Removes = [SchemaKey.Column(table.Name, column.Name), .. OwnedSequences.GoneWith(context, table.Name, column.Name)],
            Frees =
            [
                .. context.References(column, table.Name.Schema, asItIs: true),
                .. TableKeys.Named(table.Old, column.Generated?.Expression).Select(c => SchemaKey.Column(table.Name, c)),
            ],
        });
    }

    private static void Alter(PlanContext context, TablePair table, Column old, Column column)
    {
        if (!ColumnChange.IsAltered(old, column))
        {
            return;
        }

        ReportPartitionKey(context, table, old, column);
        ReportRowType(context, table, old, column);
        var conversion = ColumnConversion.Of(context, table, old, column);
        var fill = ColumnFills.ForNotNull(context, table, old, column);
        var loss = conversion.Loses is { } lost
            ? new DataLoss(DiagnosticCodes.LossyTypeChange, $"{lost} in {table.Name}.{column.Name}, which becomes {column.Type}")
            : null;
        var altering = Altering(context, table, new AlterColumn(table.Name, old, column, conversion.Using, fill)
        {
            Loss = loss,
            NotNullProof = OnlineChanges.Proof(context, table, old, column),
        });
        altering.Frees.AddRange(table.Old.Checks
            .Where(c => OnlineChanges.ProvedBy(table, c).Contains(column.Name))
            .Select(c => SchemaKey.Constraint(table.Name, c.Name)));
        context.Add(OwnedSequences.AsWhole(context, altering));
    }

    private static PlannedOperation Altering(PlanContext context, TablePair table, AlterColumn alter, bool isHalf = false) => new(alter)
    {
        Rank = TablePlanner.Rank(table.Name, TablePart.AlterColumn, Ordinal(table.New, alter.New)),
        Changes = [SchemaKey.Column(table.Name, alter.New.Name)],
        Needs = [.. context.References(alter.New, table.Name.Schema, asItIs: false), .. ColumnFills.Needs(context, table, alter.New, alter.Fill)],
        Frees =
        [
            .. context.References(alter.Old, table.Name.Schema, asItIs: true)
                .Except(context.References(alter.New, table.Name.Schema, asItIs: false))
                .Union(context.UserTypes(alter.Old.Type).Except(context.UserTypes(alter.New.Type)))
                .Except(context.Replacements.Beside(alter.Old, alter.New)),
            .. ColumnFills.Frees(context, table, alter.Fill),
        ],
        Split = _ => isHalf ? null : InHalves(context, table, alter),
    };

    // Columns that exchange two types which are both made anew, or get a domain that comes over such a type, wait for each other, unless each goes through
    // what its old type is over, or through text.
    private static IReadOnlyList<PlannedOperation>? InHalves(PlanContext context, TablePair table, AlterColumn alter)
    {
        var bare = ValueConversion.WithoutDomains(context, context.From, alter.Old.Type);
        var type = context.EnumOf(bare) is null ? bare : SqlTypeName.IsArray(alter.New.Type) ? "text[]" : "text";
        if (alter.Old.Type == alter.New.Type || context.UserTypes(type).Any())
        {
            return null;
        }

        var column = SqlIdentifier.Quote(alter.New.Name);
        var between = alter.Old with { Type = type, Default = null, Backfill = null };
        var isKept = ValueConversion.Of(context, column, alter.Old.Type, alter.New.Type).Possible;
        return
        [
            Altering(context, table, new AlterColumn(table.Name, alter.Old, between, ValueConversion.Of(context, column, alter.Old.Type, type).Using), isHalf: true),
            Altering(context, table, alter with { Old = between, Using = isKept ? ValueConversion.Of(context, column, type, alter.New.Type).Using : alter.Using }, isHalf: true),
        ];
    }

    private static void ReportRowType(PlanContext context, TablePair table, Column old, Column column)
    {
        if (old.Type != column.Type && StoredTypes.Column(context, SchemaKey.Relation(table.Name)) is { } holder)
        {
            context.Report(
                DiagnosticCodes.ChangeNotSupported,
                $"The type of {table.Name}.{column.Name} cannot change while {holder} stores rows of {table.Name}.",
                SchemaKinds.Table,
                table.Name,
                column.Name,
                $"Make a composite type with the columns of {table.Name}, give {holder} that type in a migration of its own, and change the column after that.");
        }
    }

    private static void ReportPartitionKey(PlanContext context, TablePair table, Column old, Column column)
    {
        if (old.Type != column.Type
            && table.Old.Partitioning is { } partitioning
            && partitioning.Keys.Any(key => TableKeys.Named(table.Old, key).Contains(column.Name)))
        {
            context.Report(
                DiagnosticCodes.ChangeNotSupported,
                $"The type of {table.Name}.{column.Name} cannot change in place: the table is partitioned by it.",
                SchemaKinds.Table,
                table.Name,
                column.Name,
                "Make a new table, move the rows there in a migration of your own, and drop the old one.");
        }
    }

    // A type that is made anew has taken the old default away, and has set the new one where the column keeps the type.
    private static Column InNewType(PlanContext context, Column old, Column column) =>
        context.Replacements.Converts(old, column)
            ? old with { Default = old.Type == column.Type ? column.Default : null }
            : old;

    private static string Ordinal(Table table, Column column) =>
        table.Columns.ToList().FindIndex(c => c.Name == column.Name).ToString("d5", System.Globalization.CultureInfo.InvariantCulture);
}
