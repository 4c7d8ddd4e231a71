using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TYPE ... ADD VALUE</c>. The label cannot be used before that is committed (55P04).</summary>
/// <param name="Type">The enum.</param>
/// <param name="Label">The new label.</param>
/// <param name="Before">The label it goes before, or <c>null</c> to append it.</param>
public sealed record AddEnumValue(QualifiedName Type, string Label, string? Before) : Operation
{
    /// <summary>Whether no downgrade can take the label away, because a table is partitioned by a column of the type.</summary>
    public bool IsPermanent { get; init; }

    /// <inheritdoc/>
    public override Reversibility Reversibility => IsPermanent ? Reversibility.Impossible : base.Reversibility;
}
