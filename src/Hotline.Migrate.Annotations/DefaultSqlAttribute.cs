namespace Hotline.Migrate;

/// <summary>The column's default as an SQL expression: <c>now()</c>, <c>gen_random_uuid()</c>, <c>nextval('invoice_numbers')</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DefaultSqlAttribute : Attribute
{
    /// <summary>A default of <paramref name="sql"/>.</summary>
    public DefaultSqlAttribute(string sql) => Sql = sql;

    /// <summary>The SQL expression.</summary>
    public string Sql { get; }
}
