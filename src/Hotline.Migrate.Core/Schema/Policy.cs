namespace Hotline.Migrate.Schema;

/// <summary>A row-level security policy.</summary>
public sealed record Policy
{
    /// <summary>The policy's name, unique in its table.</summary>
    public required string Name { get; init; }

    /// <summary>The command it is for: <c>ALL</c>, <c>SELECT</c>, <c>INSERT</c>, <c>UPDATE</c> or <c>DELETE</c>.</summary>
    public string Command { get; init; } = "ALL";

    /// <summary>Whether it is restrictive (combined by AND) and not permissive (by OR).</summary>
    public bool Restrictive { get; init; }

    /// <summary>The roles it holds for, sorted; empty for <c>PUBLIC</c>.</summary>
    public EquatableArray<string> Roles { get; init; }

    /// <summary>The condition for rows that are read, without the outer parentheses.</summary>
    public string? Using { get; init; }

    /// <summary>The condition for rows that are written, without the outer parentheses.</summary>
    public string? WithCheck { get; init; }

    /// <summary>The text of <c>COMMENT ON POLICY</c>.</summary>
    public string? Comment { get; init; }
}
