using System.Globalization;
using Hotline.Migrate.Scaffolding.Text;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>Writes the attributes of a class that are about the table as a whole.</summary>
internal static class TableAttributes
{
    /// <summary>The attributes in order.</summary>
    /// <param name="code">The class.</param>
    /// <param name="partitions">The partitions that have no class of their own.</param>
    /// <param name="sequences">The sequences that only this table's defaults use.</param>
    public static IEnumerable<string> Of(TableCode code, IEnumerable<Table> partitions, IEnumerable<Sequence> sequences)
    {
        var table = code.Table;
        string?[] attributes =
        [
            new AttributeText("Table").Text(table.Name.Name)
                .Named("Schema", table.Name.Schema == QualifiedName.DefaultSchema ? null : table.Name.Schema).ToString(),
            table.Comment is { } comment ? new AttributeText("Comment").Text(comment).ToString() : null,
            KeyText.OfClass(code),
            table.Inherits.Any(code.HasClass) ? new AttributeText("Inherits").Code(table.Inherits.Where(code.HasClass).Select(p => $"typeof({code.TypeOf(p)})")).ToString() : null,
            table.PartitionOf is { } of ? new AttributeText("PartitionOf").Code($"typeof({code.TypeOf(of.Parent)})").Text(of.Bound).ToString() : null,
            table.Partitioning is { } partitioning ? Partitioned(code, partitioning) : null,
            .. partitions.Select(p => Partition(code, p)),
            table.Unlogged ? "[Unlogged]" : null,
            table.Tablespace is { } space ? new AttributeText("Tablespace").Text(space).ToString() : null,
            .. table.StorageParameters.Select(StorageParameter),
            table.ReplicaIdentity is { } identity ? ReplicaIdentity(identity) : null,
            table.ClusteredOn is { } index ? new AttributeText("ClusteredOn").Text(index).ToString() : null,
            .. sequences.Select(s => SequenceText.Of(s, table.Name.Schema).ToString()),
        ];
        return attributes.OfType<string>();
    }

    /// <summary>The attributes of row-level security.</summary>
    public static IEnumerable<string> Policies(Table table)
    {
        string?[] attributes =
        [
            table.RowSecurity switch
            {
                RowSecurity.Forced => "[RowSecurity(Forced = true)]",
                RowSecurity.Enabled when table.Policies.IsEmpty => "[RowSecurity]",
                RowSecurity.Disabled when !table.Policies.IsEmpty => "[RowSecurity(Disabled = true)]",
                _ => null,
            },
            .. table.Policies.Select(Policy),
        ];
        return attributes.OfType<string>();
    }

    private static string Partitioned(TableCode code, Partitioning partitioning) => new AttributeText("Partitioned")
        .Code("PartitionStrategy." + partitioning.Strategy[..1] + partitioning.Strategy[1..].ToLowerInvariant())
        .Code(partitioning.Keys.Select(k => SqlIdentifier.Split(k) is [var name] && code.Knows(name) ? code.NameOf(name) : CSharpLiteral.Of(k)))
        .ToString();

    private static string Partition(TableCode code, Table partition) => new AttributeText("Partition")
        .Text(partition.Name.Name)
        .Text(partition.PartitionOf!.Bound)
        .Named("Schema", partition.Name.Schema == code.Table.Name.Schema ? null : partition.Name.Schema)
        .ToString();

    private static string StorageParameter(string parameter)
    {
        var equals = parameter.IndexOf('=', StringComparison.Ordinal);
        var value = parameter[(equals + 1)..];
        var isCode = value is "true" or "false"
            || (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number.ToString(CultureInfo.InvariantCulture) == value);
        var attribute = new AttributeText("StorageParameter").Text(parameter[..equals]);
        return (isCode ? attribute.Code(value) : attribute.Text(value)).ToString();
    }

    private static string ReplicaIdentity(string identity) => identity switch
    {
        "full" => "[ReplicaIdentity(ReplicaIdentityKind.Full)]",
        "nothing" => "[ReplicaIdentity(ReplicaIdentityKind.Nothing)]",
        _ => new AttributeText("ReplicaIdentity").Text(identity["index ".Length..]).ToString(),
    };

    private static string Policy(Policy policy) => new AttributeText("Policy")
        .Text(policy.Name)
        .NamedCode("Command", policy.Command == "ALL" ? null : "PolicyCommand." + policy.Command[..1] + policy.Command[1..].ToLowerInvariant())
        .Named("Restrictive", policy.Restrictive)
        .NamedList("Roles", [.. policy.Roles.Select(CSharpLiteral.Of)])
        .Named("Using", policy.Using)
        .Named("WithCheck", policy.WithCheck)
        .Named("Comment", policy.Comment)
        .ToString();
}
