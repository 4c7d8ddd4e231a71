using Hotline.Migrate.Operations;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>An operation with what decides its place.</summary>
internal sealed class PlannedOperation(Operation operation)
{
    public Operation Operation { get; } = operation;

    /// <summary>What is there after it and was not before.</summary>
    public List<SchemaKey> Makes { get; init; } = [];

    /// <summary>What must be there, in its final form, before it.</summary>
    public List<SchemaKey> Needs { get; init; } = [];

    /// <summary>What it alters while it stays.</summary>
    public List<SchemaKey> Changes { get; init; } = [];

    /// <summary>What it no longer refers to: whoever changes or removes that comes later.</summary>
    public List<SchemaKey> Frees { get; init; } = [];

    /// <summary>What is gone after it; whoever makes it again comes later.</summary>
    public List<SchemaKey> Removes { get; init; } = [];

    /// <summary>Where it would stand if nothing else decided: the order a reader expects.</summary>
    public required OperationRank Rank { get; init; }

    /// <summary>What stands in its place when it is in a circle: the same effect in more and smaller operations.</summary>
    public Func<IReadOnlySet<SchemaKey>, IReadOnlyList<PlannedOperation>?>? Split { get; init; }

    /// <summary>As <see cref="Split"/>, when no member of the circle splits: the operation with less to wait for.</summary>
    public Func<IReadOnlySet<SchemaKey>, IReadOnlyList<PlannedOperation>?>? Yield { get; init; }

    /// <summary>Another operation in the same place, which makes or removes more.</summary>
    public PlannedOperation With(Operation other, IReadOnlyList<SchemaKey>? makes = null, IReadOnlyList<SchemaKey>? removes = null) => new(other)
    {
        Makes = [.. Makes, .. makes ?? []],
        Needs = Needs,
        Changes = Changes,
        Frees = Frees,
        Removes = [.. Removes, .. removes ?? []],
        Rank = Rank,
        Split = Split,
        Yield = Yield,
    };
}
