namespace Hotline.Migrate.Schema;

/// <summary>What roles other than the owner may do with one object. There is none for an object with PostgreSQL's default privileges.</summary>
public sealed record Privileges : SchemaObject
{
    private Privileges()
    {
    }

    /// <inheritdoc/>
    public override string Kind => SchemaKinds.Privileges;

    /// <summary>The word after <c>GRANT ... ON</c>: <c>TABLE</c> (views too), <c>SEQUENCE</c>, <c>FUNCTION</c>, <c>PROCEDURE</c>, <c>SCHEMA</c>, <c>TYPE</c>, ...</summary>
    public string TargetKind { get; private init; } = "";

    /// <summary>The object; a schema's name is both parts.</summary>
    public QualifiedName Target { get; private init; } = QualifiedName.Of("");

    /// <summary>The argument types of a routine.</summary>
    public string? Arguments { get; private init; }

    /// <summary>The grants, sorted by role, privilege and columns.</summary>
    public EquatableArray<Grant> Grants { get; init; }

    /// <summary>The privileges that PUBLIC has by default and that were revoked here, sorted: <c>EXECUTE</c>, <c>USAGE</c>.</summary>
    public EquatableArray<string> RevokedFromPublic { get; init; }

    /// <summary>The privileges on an object.</summary>
    /// <param name="targetKind">See <see cref="TargetKind"/>.</param>
    /// <param name="target">See <see cref="Target"/>.</param>
    /// <param name="arguments">See <see cref="Arguments"/>.</param>
    public static Privileges On(string targetKind, QualifiedName target, string? arguments = null) => new()
    {
        Name = target with { Name = $"{targetKind.ToLowerInvariant()} {target.Name}{(arguments is null ? "" : $"({arguments})")}" },
        TargetKind = targetKind,
        Target = target,
        Arguments = arguments,
    };
}
