using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading.Types;

/// <summary>Maps C# enums: to their number, to text, or to a PostgreSQL enum type.</summary>
internal static class EnumMapper
{
    private const int Text = 1;
    private const int PostgresEnum = 2;

    /// <summary>The type of a column that holds <paramref name="type"/>.</summary>
    public static MappedType Map(INamedTypeSymbol type, IReadOnlyList<ModelAttribute> attributes)
    {
        IReadOnlyList<ModelAttribute> own = [.. ModelAttribute.Of(type)];
        var storage = attributes.Find(AttributeNames.EnumStorage) ?? own.Find(AttributeNames.EnumStorage);
        return (storage?.Number(0) ?? (own.Has(AttributeNames.PostgresEnum) ? PostgresEnum : 0)) switch
        {
            Text => new MappedType("text") { Enum = type, Labels = EnumLabels.Text },
            PostgresEnum => Postgres(type, own),
            _ => new MappedType(Number(type)) { Enum = type },
        };
    }

    /// <summary>The members with their labels, in the order of declaration.</summary>
    public static IEnumerable<(IFieldSymbol Member, string Label)> LabelsOf(INamedTypeSymbol type, EnumLabels labels)
    {
        foreach (var member in type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue))
        {
            IReadOnlyList<ModelAttribute> attributes = [.. ModelAttribute.Of(member)];
            yield return (member, attributes.Find(AttributeNames.Label, AttributeNames.NpgsqlLabel)?.Text(0)
                ?? (labels == EnumLabels.Postgres ? SnakeCase.Of(member.Name) : member.Name));
        }
    }

    /// <summary>The label that a member had before, by its own account.</summary>
    public static string? OldLabel(IFieldSymbol member) =>
        ((IReadOnlyList<ModelAttribute>)[.. ModelAttribute.Of(member)]).Find(AttributeNames.RenamedFrom)?.Text(0);

    private static string Number(INamedTypeSymbol type) => type.EnumUnderlyingType?.SpecialType switch
    {
        SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 => "smallint",
        SpecialType.System_UInt32 or SpecialType.System_Int64 => "bigint",
        SpecialType.System_UInt64 => "numeric(20,0)",
        _ => "integer",
    };

    private static MappedType Postgres(INamedTypeSymbol type, IReadOnlyList<ModelAttribute> own)
    {
        var attribute = own.Find(AttributeNames.PostgresEnum);
        var name = new QualifiedName(
            attribute?.Text("Schema") ?? ObjectReader.DefaultSchema(type.ContainingAssembly),
            attribute?.Text(0) ?? own.Find(AttributeNames.NpgsqlLabel)?.Text(0) ?? SnakeCase.Of(type.Name));
        var labels = LabelsOf(type, EnumLabels.Postgres).ToList();
        var renamed = labels
            .Select(l => OldLabel(l.Member) is { } old ? old + "=" + l.Label : null)
            .OfType<string>();
        var before = own.Find(AttributeNames.RenamedFrom);
        return new MappedType(SqlIdentifier.Quote(name))
        {
            Enum = type,
            Labels = EnumLabels.Postgres,
            EnumType = new EnumType
            {
                Name = name,
                Comment = own.Comment(),
                Labels = labels.Select(l => l.Label).ToEquatableArray(),
                RenamedFrom = before?.Text(0) is { } oldName ? new QualifiedName(before.Text("Schema") ?? name.Schema, oldName) : null,
                RenamedLabels = renamed.ToEquatableArray(),
            },
        };
    }
}
