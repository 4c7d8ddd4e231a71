namespace Hotline.Migrate;

/// <summary>A check constraint.</summary>
/// <remarks>On a base class it applies to the table of each derived model; give it no name there, so that each table makes its own.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true)]
public sealed class CheckAttribute : Attribute
{
    /// <summary>A check with the default name: <c>table_columns_check</c>, of the columns that the condition names.</summary>
    /// <param name="sql">The SQL condition, with column names as they are in the database.</param>
    public CheckAttribute(string sql) => Sql = sql;

    /// <summary>A check with a name.</summary>
    /// <param name="name">The constraint's name, unique in the table.</param>
    /// <param name="sql">The SQL condition, with column names as they are in the database.</param>
    public CheckAttribute(string name, string sql)
    {
        Name = name;
        Sql = sql;
    }

    /// <summary>The constraint's name.</summary>
    public string? Name { get; }

    /// <summary>The SQL condition.</summary>
    public string Sql { get; }

    /// <summary>Whether child tables are spared (<c>NO INHERIT</c>).</summary>
    public bool NoInherit { get; set; }

    /// <summary>Whether rows that were there before are not checked (<c>NOT VALID</c>).</summary>
    public bool NotValid { get; set; }

    /// <summary>Whether PostgreSQL never checks it, so that it only tells readers what the rows are like (<c>NOT ENFORCED</c>, PostgreSQL 18).</summary>
    public bool NotEnforced { get; set; }

    /// <summary>The text of <c>COMMENT ON CONSTRAINT</c>.</summary>
    public string? Comment { get; set; }
}
