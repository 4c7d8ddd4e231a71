namespace Hotline.Migrate.Schema;

/// <summary><c>ALTER DEFAULT PRIVILEGES</c>: what roles may do with objects that are made later.</summary>
public sealed record DefaultPrivileges : SchemaObject
{
    private DefaultPrivileges()
    {
    }

    /// <inheritdoc/>
    public override string Kind => SchemaKinds.DefaultPrivileges;

    /// <summary>The word after <c>ON</c>: <c>TABLES</c>, <c>SEQUENCES</c>, <c>FUNCTIONS</c>, <c>TYPES</c>, <c>SCHEMAS</c>.</summary>
    public string TargetKind { get; private init; } = "";

    /// <summary>The role whose new objects it is about; <c>null</c> for the one that applies the migration.</summary>
    public string? ForRole { get; private init; }

    /// <summary>The schema it is confined to, or <c>null</c>.</summary>
    public string? InSchema { get; private init; }

    /// <summary>The grants, sorted by role and privilege.</summary>
    public EquatableArray<Grant> Grants { get; init; }

    /// <summary>The privileges that PUBLIC has by default and that were revoked here, sorted.</summary>
    public EquatableArray<string> RevokedFromPublic { get; init; }

    /// <summary>The default privileges on objects of a kind.</summary>
    /// <param name="targetKind">See <see cref="TargetKind"/>.</param>
    /// <param name="forRole">See <see cref="ForRole"/>.</param>
    /// <param name="inSchema">See <see cref="InSchema"/>.</param>
    public static DefaultPrivileges On(string targetKind, string? forRole = null, string? inSchema = null) => new()
    {
        Name = QualifiedName.Of(string.Join(" ", new[]
        {
            targetKind.ToLowerInvariant(),
            forRole is null ? null : "for " + SqlIdentifier.Quote(forRole),
            inSchema is null ? null : "in " + SqlIdentifier.Quote(inSchema),
        }.Where(p => p is not null))),
        TargetKind = targetKind,
        ForRole = forRole,
        InSchema = inSchema,
    };
}
