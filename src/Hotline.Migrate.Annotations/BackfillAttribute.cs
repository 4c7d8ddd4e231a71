namespace Hotline.Migrate;

/// <summary>The SQL expression that fills a new column of rows that are there already; also what replaces NULLs when a column becomes required.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BackfillAttribute : Attribute
{
    /// <summary>Existing rows get <paramref name="sql"/>.</summary>
    public BackfillAttribute(string sql) => Sql = sql;

    /// <summary>The SQL expression; it may use the other columns of the row.</summary>
    public string Sql { get; }
}
