using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting;

/// <summary>Makes tables, columns and policies from catalog rows.</summary>
internal static class TableRows
{
    /// <summary>A row of <see cref="CatalogQueries.Tables"/>: the oid and the table as far as the row tells it.</summary>
    public static (uint Oid, Table Table) Table(NpgsqlDataReader row) => (row.GetFieldValue<uint>(0), new Table
    {
        Name = new QualifiedName(row.GetString(1), row.GetString(2)),
        Comment = row.TextOrNull(3),
        Unlogged = row.GetBoolean(4),
        RowSecurity = (row.GetBoolean(5), row.GetBoolean(6)) switch
        {
            (false, _) => RowSecurity.Disabled,
            (true, false) => RowSecurity.Enabled,
            (true, true) => RowSecurity.Forced,
        },
        StorageParameters = row.Texts(7).OrderBy(p => p, StringComparer.Ordinal).ToEquatableArray(),
        Partitioning = row.TextOrNull(8) is { } key ? PartitionKey(key) : null,
        PartitionOf = row.TextOrNull(11) is { } bound
            ? new PartitionOf(new QualifiedName(row.GetString(9), row.GetString(10)), bound)
            : null,
    });

    /// <summary>A row of <see cref="CatalogQueries.Columns"/>.</summary>
    public static Column Column(NpgsqlDataReader row)
    {
        var expression = row.TextOrNull(4);
        var generated = row.GetString(6);
        return new Column
        {
            Name = row.GetString(1),
            Type = row.GetString(2),
            Nullable = row.GetBoolean(3),
            Default = generated.Length == 0 ? expression : null,
            Identity = row.GetString(5) is { Length: > 0 } identity
                ? new Identity(identity == "a", row.SequenceOptions(10, row.GetString(9)))
                : null,
            Generated = generated.Length > 0
                ? new GeneratedColumn(CatalogFields.WithoutOuterParentheses(expression!), generated == "v")
                : null,
            Collation = row.TextOrNull(7),
            Comment = row.TextOrNull(8),
        };
    }

    /// <summary>A row of <see cref="CatalogQueries.Policies"/>.</summary>
    public static Policy Policy(NpgsqlDataReader row) => new()
    {
        Name = row.GetString(1),
        Command = row.GetString(2) switch
        {
            "r" => "SELECT",
            "a" => "INSERT",
            "w" => "UPDATE",
            "d" => "DELETE",
            _ => "ALL",
        },
        Restrictive = !row.GetBoolean(3),
        Roles = row.Texts(4),
        Using = row.Expression(5),
        WithCheck = row.Expression(6),
        Comment = row.TextOrNull(7),
    };

    /// <summary>Takes <c>RANGE (a, lower(b))</c> apart.</summary>
    private static Partitioning PartitionKey(string definition)
    {
        var open = definition.IndexOf('(', StringComparison.Ordinal);
        return new Partitioning(definition[..open].TrimEnd(), SqlList.Split(definition, open, out _).ToEquatableArray());
    }
}
