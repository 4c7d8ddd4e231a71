using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>The order of operations that do not depend on each other.</summary>
internal readonly record struct OperationRank(Stage Stage, QualifiedName Owner, int Part, string Name) : IComparable<OperationRank>
{
    public int CompareTo(OperationRank other)
    {
        if (Stage != other.Stage)
        {
            return Stage.CompareTo(other.Stage);
        }

        var byOwner = Owner.CompareTo(other.Owner);
        if (byOwner != 0)
        {
            return byOwner;
        }

        return Part != other.Part ? Part.CompareTo(other.Part) : string.CompareOrdinal(Name, other.Name);
    }
}
