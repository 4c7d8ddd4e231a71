namespace Hotline.Migrate.Schema;

/// <summary>A privilege that a role has.</summary>
public sealed record Grant
{
    /// <summary>The role that stands for all roles.</summary>
    public const string Public = "public";

    /// <summary>The role, unquoted; <see cref="Public"/> for <c>PUBLIC</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The privilege in capitals: <c>SELECT</c>, <c>EXECUTE</c>, ...</summary>
    public required string Privilege { get; init; }

    /// <summary>The columns that it is confined to, sorted; empty for the whole object.</summary>
    public EquatableArray<string> Columns { get; init; }

    /// <summary>Whether the role may grant it on (<c>WITH GRANT OPTION</c>).</summary>
    public bool Grantable { get; init; }
}
