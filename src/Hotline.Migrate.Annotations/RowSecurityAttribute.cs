namespace Hotline.Migrate;

/// <summary>Row-level security is on for the table. A <see cref="PolicyAttribute"/> switches it on too.</summary>
/// <remarks>On a base class it applies to the table of each derived model.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RowSecurityAttribute : Attribute
{
    /// <summary>Whether the table's policies wait to be switched on.</summary>
    public bool Disabled { get; set; }

    /// <summary>Whether the table's owner is bound too (<c>FORCE ROW LEVEL SECURITY</c>).</summary>
    public bool Forced { get; set; }
}
