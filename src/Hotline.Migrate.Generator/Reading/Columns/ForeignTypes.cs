using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Reading.Columns;

/// <summary>Types of other databases, which a model may still name.</summary>
internal static class ForeignTypes
{
    /// <summary>The PostgreSQL type to use in the place of a canonical <paramref name="type"/>; <c>null</c> when that is none of another database.</summary>
    public static string? Instead(string type) => SqlTypeName.WithoutModifiers(type) switch
    {
        "nvarchar" or "varchar2" or "nvarchar2" => "character varying",
        "ntext" or "longtext" or "mediumtext" or "tinytext" or "clob" or "nclob" or "string" => "text",
        "datetime" or "datetime2" or "smalldatetime" => "timestamp without time zone",
        "datetimeoffset" => "timestamp with time zone",
        "uniqueidentifier" or "guid" => "uuid",
        "varbinary" or "binary" or "image" or "blob" or "longblob" or "mediumblob" or "rowversion" => "bytea",
        "tinyint" => "smallint",
        "mediumint" => "integer",
        "double" => "double precision",
        _ => null,
    };
}
