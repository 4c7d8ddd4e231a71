namespace Hotline.Migrate;

/// <summary>A foreign key to the table of another model.</summary>
/// <remarks>
/// On a property it references with that column; on a class <see cref="Properties"/> lists the columns of a composite key:
/// <c>[References(typeof(Call), nameof(TenantId), nameof(CallId))]</c>. The target is the other model's primary key unless
/// <see cref="TargetProperties"/> says otherwise; those must be its key or unique. On a base class it applies to each derived model.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true)]
public sealed class ReferencesAttribute : Attribute
{
    /// <summary>A foreign key to the table of <paramref name="target"/>.</summary>
    /// <param name="target">The referenced model.</param>
    /// <param name="properties">On a class: the referencing properties or columns, in order. On a property: none.</param>
    public ReferencesAttribute(Type target, params string[] properties)
    {
        Target = target;
        Properties = properties;
    }

    /// <summary>The referenced model.</summary>
    public Type Target { get; }

    /// <summary>The referencing properties or columns, in order.</summary>
    public string[] Properties { get; }

    /// <summary>The referenced properties or columns of the target, in the order of <see cref="Properties"/>. Default: its primary key.</summary>
    public string[]? TargetProperties { get; set; }

    /// <summary>What happens to the row when the referenced one is deleted.</summary>
    public ReferentialAction OnDelete { get; set; }

    /// <summary>What happens to the row when the referenced key changes.</summary>
    public ReferentialAction OnUpdate { get; set; }

    /// <summary>The properties or columns that <c>SET NULL</c> or <c>SET DEFAULT</c> on delete is confined to (PostgreSQL 15): all but the tenant key, as a rule.</summary>
    public string[]? OnDeleteProperties { get; set; }

    /// <summary>When the constraint is checked.</summary>
    public Deferrability Deferrability { get; set; }

    /// <summary>Whether a composite key must be all NULL or not at all (<c>MATCH FULL</c>).</summary>
    public bool MatchFull { get; set; }

    /// <summary>Whether rows that were there before are not checked (<c>NOT VALID</c>).</summary>
    public bool NotValid { get; set; }

    /// <summary>Whether PostgreSQL never checks it, so that it only tells readers what the rows are like (<c>NOT ENFORCED</c>, PostgreSQL 18).</summary>
    public bool NotEnforced { get; set; }

    /// <summary>
    /// Whether the last column is a range that rows of the target must cover without a gap (<c>PERIOD</c>, PostgreSQL 18). The referenced key must be
    /// one <c>WithoutOverlaps</c>.
    /// </summary>
    public bool Period { get; set; }

    /// <summary>The constraint's name. Default: <c>table_columns_fkey</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The text of <c>COMMENT ON CONSTRAINT</c>.</summary>
    public string? Comment { get; set; }
}
