namespace Hotline.Migrate.Schema;

/// <summary>Whether a table's policies are in force.</summary>
public enum RowSecurity
{
    /// <summary>They are not.</summary>
    Disabled,

    /// <summary>For everybody but the owner.</summary>
    Enabled,

    /// <summary>For the owner too (<c>FORCE ROW LEVEL SECURITY</c>).</summary>
    Forced,
}
