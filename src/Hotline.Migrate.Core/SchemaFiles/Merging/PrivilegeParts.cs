using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles.Merging;

/// <summary>Brings grants and revocations together, for each object what they come to.</summary>
internal sealed class PrivilegeParts(MergedObjects objects)
{
    private readonly Dictionary<QualifiedName, (Privileges Target, GrantTable Grants)> ofObjects = [];
    private readonly Dictionary<QualifiedName, (DefaultPrivileges Target, GrantTable Grants)> ofLater = [];

    /// <summary>A change of the privileges on an object.</summary>
    public void Change(ChangedPrivileges changed)
    {
        if (Target(changed) is not { } target)
        {
            objects.Missing(changed.Target.ToString(), changed.Where);
            return;
        }

        if (!ofObjects.TryGetValue(target.Name, out var entry))
        {
            var there = objects.Find(SchemaKinds.Privileges, target.Name) as Privileges;
            entry = (there ?? target, new GrantTable(PublicDefaults(target), there?.Grants ?? [], there?.RevokedFromPublic ?? []));
            ofObjects.Add(target.Name, entry);
            objects.Places.TryAdd((target.Kind, target.Name), changed.Where);
        }

        entry.Grants.Apply(changed.Change);
    }

    /// <summary>A change of the privileges on later objects.</summary>
    public void Change(ChangedDefaultPrivileges changed)
    {
        var target = changed.Target;
        if (!ofLater.TryGetValue(target.Name, out var entry))
        {
            var there = objects.Find(SchemaKinds.DefaultPrivileges, target.Name) as DefaultPrivileges;
            entry = (there ?? target, new GrantTable(PublicDefaults(target), there?.Grants ?? [], there?.RevokedFromPublic ?? []));
            ofLater.Add(target.Name, entry);
            objects.Places.TryAdd((target.Kind, target.Name), changed.Where);
        }

        entry.Grants.Apply(changed.Change);
    }

    /// <summary>Takes over what the changes come to.</summary>
    public void Finish()
    {
        foreach (var (target, grants) in ofObjects.Values.Where(e => !e.Grants.IsEmpty))
        {
            objects.Set(target with { Grants = grants.Grants, RevokedFromPublic = grants.RevokedFromPublic });
        }

        foreach (var (target, grants) in ofLater.Values.Where(e => !e.Grants.IsEmpty))
        {
            objects.Set(target with { Grants = grants.Grants, RevokedFromPublic = grants.RevokedFromPublic });
        }
    }

    /// <summary>The privileges to change; <c>null</c> where a routine is not told by its name alone.</summary>
    private Privileges? Target(ChangedPrivileges changed)
    {
        var reference = changed.Target;
        var found = Described(reference);
        if (found is null && reference.Name is not { Schema: QualifiedName.DefaultSchema, Name: QualifiedName.DefaultSchema })
        {
            if (ReferenceKinds.IsRoutine(reference.Word) && reference.Arguments is null)
            {
                return null;
            }

            objects.Unmanaged(reference.ToString(), changed.Where);
        }

        return found switch
        {
            Sequence => Privileges.On("SEQUENCE", reference.Name),
            SqlObject { Kind: SchemaKinds.Procedure } procedure => Privileges.On("PROCEDURE", reference.Name, procedure.Arguments),
            SqlObject { Arguments: { } arguments } => Privileges.On("FUNCTION", reference.Name, arguments == "*" ? "" : arguments),
            _ => Privileges.On(reference.Word == "ROUTINE" ? "FUNCTION" : reference.Word, reference.Name, reference.Arguments),
        };
    }

    private SchemaObject? Described(ObjectReference reference) => reference.Word switch
    {
        "TABLE" => objects.FindRelation(reference.Name) ?? objects.Find(SchemaKinds.Sequence, reference.Name),
        "FUNCTION" => objects.Find(reference) ?? objects.Find(reference with { Word = "AGGREGATE" }),
        _ => objects.Find(reference),
    };

    private static IReadOnlyList<string> PublicDefaults(Privileges target) => target.TargetKind switch
    {
        "FUNCTION" or "PROCEDURE" => ["EXECUTE"],
        "TYPE" => ["USAGE"],
        "SCHEMA" when target.Target.Name == QualifiedName.DefaultSchema => ["CREATE", "USAGE"],
        _ => [],
    };

    // Default privileges of one schema only add to those of the whole database.
    private static IReadOnlyList<string> PublicDefaults(DefaultPrivileges target) => (target.TargetKind, target.InSchema) switch
    {
        ("FUNCTIONS", null) => ["EXECUTE"],
        ("TYPES", null) => ["USAGE"],
        _ => [],
    };
}
