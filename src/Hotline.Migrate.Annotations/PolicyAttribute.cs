namespace Hotline.Migrate;

/// <summary>A row-level security policy. It switches row-level security on for the table.</summary>
/// <remarks>On a base class it applies to the table of each derived model.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PolicyAttribute : Attribute
{
    /// <summary>The policy <paramref name="name"/>.</summary>
    public PolicyAttribute(string name) => Name = name;

    /// <summary>The policy's name, unique in its table.</summary>
    public string Name { get; }

    /// <summary>The command it is for.</summary>
    public PolicyCommand Command { get; set; }

    /// <summary>Whether it restricts what others permit (combined by AND).</summary>
    public bool Restrictive { get; set; }

    /// <summary>The roles it is for; none for everybody.</summary>
    public string[]? Roles { get; set; }

    /// <summary>The SQL condition for rows that are read.</summary>
    public string? Using { get; set; }

    /// <summary>The SQL condition for rows that are written.</summary>
    public string? WithCheck { get; set; }

    /// <summary>The text of <c>COMMENT ON POLICY</c>.</summary>
    public string? Comment { get; set; }
}
