using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>What differs in the conditions of two forms of a domain.</summary>
internal sealed record DomainChecks
{
    /// <summary>Conditions that go.</summary>
    public required IReadOnlyList<CheckConstraint> Gone { get; init; }

    /// <summary>Conditions that come.</summary>
    public required IReadOnlyList<CheckConstraint> Come { get; init; }

    /// <summary>Conditions that stay and from now on hold for values that were there before as well.</summary>
    public required IReadOnlyList<CheckConstraint> Validated { get; init; }

    /// <summary>Conditions that stay under another name.</summary>
    public required IReadOnlyList<(string Old, string New)> Renamed { get; init; }

    /// <summary>What stays, by its new names, with the comments it has.</summary>
    public required EquatableArray<CheckConstraint> Staying { get; init; }

    public static DomainChecks Of(Domain old, Domain @new)
    {
        var before = old.Checks.ToList();
        var after = @new.Checks.ToList();
        var validated = new List<CheckConstraint>();
        var renamed = new List<(string, string)>();
        var staying = new List<CheckConstraint>();
        foreach (var check in @new.Checks)
        {
            if (before.Find(o => o.Name == check.Name && Stays(o, check)) is { } same)
            {
                Keep(same, check);
            }
        }

        foreach (var check in after.ToList())
        {
            if (before.Find(o => !old.Checks.Any(c => c.Name == check.Name) && Stays(o, check)) is { } other)
            {
                renamed.Add((other.Name, check.Name));
                Keep(other, check);
            }
        }

        return new DomainChecks { Gone = before, Come = after, Validated = validated, Renamed = renamed, Staying = [.. staying] };

        void Keep(CheckConstraint was, CheckConstraint check)
        {
            before.Remove(was);
            after.Remove(check);
            staying.Add(was with { Name = check.Name });
            if (was.NotValid && !check.NotValid)
            {
                validated.Add(check);
            }
        }
    }

    private static bool Stays(CheckConstraint old, CheckConstraint @new)
    {
        var named = old with { Name = @new.Name };
        return ConstraintShape.Same(named, @new) || (!@new.NotValid && ConstraintShape.Same(named with { NotValid = false }, @new));
    }
}
