namespace Hotline.Migrate;

/// <summary>The column is computed from others (<c>GENERATED ALWAYS AS (...)</c>).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GeneratedAttribute : Attribute
{
    /// <summary>A column computed by <paramref name="sql"/>.</summary>
    public GeneratedAttribute(string sql) => Sql = sql;

    /// <summary>The SQL expression, of immutable functions and columns of the same row.</summary>
    public string Sql { get; }

    /// <summary>Whether it is computed when it is read (PostgreSQL 18) and not stored.</summary>
    public bool Virtual { get; set; }
}
