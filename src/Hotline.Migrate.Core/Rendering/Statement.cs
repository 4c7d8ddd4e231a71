namespace Hotline.Migrate.Rendering;

/// <summary>One SQL statement of a rendered operation.</summary>
/// <param name="Sql">The statement without its semicolon.</param>
/// <param name="NoTransaction">Whether it cannot run inside a transaction.</param>
public sealed record Statement(string Sql, bool NoTransaction = false)
{
    /// <summary>Comment lines above it, without their dashes.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>When it runs.</summary>
    public StatementTime Time { get; init; }

    /// <summary>Whether PostgreSQL must not check the body of the routine that it creates.</summary>
    public bool BodyUnchecked { get; init; }
}
