using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Reading.Constraints;

/// <summary>Extensions without which an index cannot be made: plain values in a GiST or GIN index, trigrams.</summary>
internal static class IndexExtensions
{
    /// <summary>Adds the extension that an element of an index or exclusion constraint needs, if it needs one.</summary>
    public static void Need(ModelContext context, string method, ModelColumn? column, string? operatorClass = null)
    {
        var extension = operatorClass switch
        {
            "gin_trgm_ops" or "gist_trgm_ops" => "pg_trgm",
            null when column is not null && IsPlain(context, column.Column.Type) => method switch
            {
                "gist" => "btree_gist",
                "gin" => "btree_gin",
                _ => null,
            },
            _ => null,
        };
        if (extension is not null)
        {
            context.Need(new Extension { Name = QualifiedName.Of(extension) });
        }
    }

    private static bool IsPlain(ModelContext context, string type) => SqlTypeName.WithoutModifiers(type)
        is "smallint" or "integer" or "bigint" or "numeric" or "real" or "double precision" or "boolean" or "uuid" or "date" or "interval" or "bytea"
        or "text" or "character varying" or "character" or "macaddr" or "money" or "bit" or "bit varying"
        or "timestamp with time zone" or "timestamp without time zone" or "time with time zone" or "time without time zone"
        || context.Needed.OfType<EnumType>().Any(e => SqlIdentifier.Quote(e.Name) == type);
}
