using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Privileges. It comes after everything else, because what is made anew has lost them.</summary>
internal static class PrivilegePlanner
{
    public static void Plan(PlanContext context)
    {
        var made = context.Planned.SelectMany(p => p.Makes.Concat(Replaced(p.Operation))).ToHashSet();
        var gone = context.Planned.SelectMany(p => p.Removes).Except(made).ToHashSet();
        var old = context.From.Objects.OfType<Privileges>().ToDictionary(p => p.Name);
        var @new = context.To.Objects.OfType<Privileges>().ToDictionary(p => p.Name);
        foreach (var name in old.Keys.Union(@new.Keys).Order())
        {
            Change(context, old.GetValueOrDefault(name), @new.GetValueOrDefault(name), made, gone);
        }

        Initial(context, made, [.. @new.Values.Select(Target)]);
        Defaults(context);
    }

    /// <summary>The object that the privileges are on.</summary>
    public static SchemaKey Target(Privileges privileges) => privileges.TargetKind switch
    {
        "SCHEMA" => SchemaKey.Schema(privileges.Target.Name),
        "TYPE" or "DOMAIN" => SchemaKey.Type(privileges.Target),
        "FUNCTION" or "PROCEDURE" or "ROUTINE" or "AGGREGATE" =>
            new SchemaKey("routine", privileges.Target with { Name = $"{privileges.Target.Name}({privileges.Arguments})" }),
        "FOREIGN SERVER" => new SchemaKey(SchemaKinds.ForeignServer, QualifiedName.Of(privileges.Target.Name)),
        "FOREIGN DATA WRAPPER" => new SchemaKey(SchemaKinds.ForeignDataWrapper, QualifiedName.Of(privileges.Target.Name)),
        _ => SchemaKey.Relation(privileges.Target),
    };

    private static IEnumerable<SchemaKey> Replaced(Operation operation) => operation switch
    {
        ReplaceEnumType replace => [SchemaKey.Type(replace.New.Name)],
        ReplaceDomain replace => [SchemaKey.Type(replace.New.Name)],
        ReplaceTypes replace => replace.Types.Select(t => SchemaKey.Type(t.New.Name)),
        _ => [],
    };

    // What default privileges give or take although nothing is said about the object.
    private static void Initial(PlanContext context, HashSet<SchemaKey> made, HashSet<SchemaKey> said)
    {
        if (!context.From.Objects.OfType<DefaultPrivileges>().Any())
        {
            return;
        }

        foreach (var (key, target) in InitialPrivileges.Objects(context.To).Where(o => made.Contains(o.Key) && !said.Contains(o.Key)).OrderBy(o => o.Target.Name))
        {
            if (InitialPrivileges.Of(context.From, target) is { } initial)
            {
                context.Add(new PlannedOperation(new ChangePrivileges(initial, null)) { Rank = Rank(initial), Needs = [key] });
            }
        }
    }

    private static void Change(PlanContext context, Privileges? old, Privileges? @new, HashSet<SchemaKey> made, HashSet<SchemaKey> gone)
    {
        var target = Target((@new ?? old)!);
        if (@new is null && (gone.Contains(target) || made.Contains(target) || IsGoneSequence(context, old!)))
        {
            return;
        }

        // What is made anew begins with the default privileges, and so does a column.
        var identity = @new is { TargetKind: "SEQUENCE" } ? IdentityOf(context.To, @new.Target) : null;
        var isMade = made.Contains(target) || (identity is { } column && (made.Contains(column) || IdentityOf(context.From, @new!.Target) is null));
        var before = isMade ? InitialPrivileges.Of(context.From, (@new ?? old)!) : old is null ? null : Left(old, made, gone);
        if (Same(before, @new))
        {
            return;
        }

        context.Add(new PlannedOperation(new ChangePrivileges(before, @new))
        {
            Rank = Rank((@new ?? old)!),
            Needs = [target, .. Columns(@new), .. identity is { } key ? [key] : Array.Empty<SchemaKey>()],
        });
    }

    private static OperationRank Rank(Privileges privileges) => new(Stage.Privileges, privileges.Name, 0, "");

    // The sequence behind an identity is no object of its own.
    private static bool IsGoneSequence(PlanContext context, Privileges old) =>
        old.TargetKind == "SEQUENCE" && context.To.Find<Sequence>(old.Target) is null && IdentityOf(context.To, old.Target) is null;

    private static SchemaKey? IdentityOf(DatabaseSchema schema, QualifiedName sequence) => schema.Tables
        .Where(t => t.Name.Schema == sequence.Schema && sequence.Name.StartsWith(t.Name.Name, StringComparison.Ordinal))
        .SelectMany(t => t.Columns.Where(c => c.Identity is not null).Select(c => (Table: t.Name, Column: c.Name)))
        .Where(c => sequence.Name == $"{c.Table.Name}_{c.Column}_seq")
        .Select(c => (SchemaKey?)SchemaKey.Column(c.Table, c.Column))
        .FirstOrDefault();

    // Grants on columns that go have gone with them.
    private static Privileges Left(Privileges privileges, HashSet<SchemaKey> made, HashSet<SchemaKey> gone)
    {
        bool Stays(string column) =>
            SchemaKey.Column(privileges.Target, column) is var key && !made.Contains(key) && !gone.Contains(key);
        return privileges with
        {
            Grants = privileges.Grants
                .Where(g => g.Columns.IsEmpty || g.Columns.Any(Stays))
                .Select(g => g with { Columns = g.Columns.Where(Stays).ToEquatableArray() })
                .ToEquatableArray(),
        };
    }

    private static IEnumerable<SchemaKey> Columns(Privileges? privileges) => privileges is null
        ? []
        : privileges.Grants.SelectMany(g => g.Columns).Distinct().Select(c => SchemaKey.Column(privileges.Target, c));

    private static bool Same(Privileges? old, Privileges? @new) =>
        (old?.Grants ?? []) == (@new?.Grants ?? []) && (old?.RevokedFromPublic ?? []) == (@new?.RevokedFromPublic ?? []);

    private static void Defaults(PlanContext context)
    {
        var old = context.From.Objects.OfType<DefaultPrivileges>().ToDictionary(p => p.Name);
        var @new = context.To.Objects.OfType<DefaultPrivileges>().ToDictionary(p => p.Name);
        foreach (var name in old.Keys.Union(@new.Keys).Order())
        {
            var change = new ChangeDefaultPrivileges(old.GetValueOrDefault(name), @new.GetValueOrDefault(name));
            if (change.Old?.Grants == change.New?.Grants && change.Old?.RevokedFromPublic == change.New?.RevokedFromPublic)
            {
                continue;
            }

            // They go with their schema.
            IEnumerable<SchemaKey> schema = change.Either.InSchema is { } inSchema ? [SchemaKey.Schema(inSchema)] : [];
            if (change.New is null && schema.Any(s => context.Planned.Any(p => p.Removes.Contains(s))))
            {
                continue;
            }

            context.Add(new PlannedOperation(change)
            {
                Rank = new OperationRank(Stage.DefaultPrivileges, name, 0, ""),
                Needs = [.. schema],
            });
        }
    }
}
