using CsCheck;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles;

namespace Hotline.Migrate.Core.Tests.SchemaFiles;

public sealed class SchemaFileProperties
{
    private static readonly string[] Fragments =
    [
        "CREATE ", "OR REPLACE ", "VIEW ", "MATERIALIZED ", "RECURSIVE ", "FUNCTION ", "PROCEDURE ", "AGGREGATE ", "TRIGGER ", "CONSTRAINT ", "EVENT ", "RULE ",
        "TYPE ", "DOMAIN ", "SEQUENCE ", "EXTENSION ", "SCHEMA ", "POLICY ", "INDEX ", "UNIQUE ", "PUBLICATION ", "STATISTICS ", "COLLATION ", "FOREIGN ", "TABLE ",
        "DATA WRAPPER ", "SERVER ", "COMMENT ON ", "COLUMN ", "ALTER ", "DEFAULT ", "PRIVILEGES ", "GRANT ", "REVOKE ", "ALL ", "SELECT ", "TO ", "FROM ", "ON ",
        "IF NOT EXISTS ", "AS ", "ENUM ", "RANGE ", "IS ", "NULL ", "NOT ", "CHECK ", "COLLATE ", "OWNED BY ", "NONE ", "INCREMENT ", "START ", "MINVALUE ", "CACHE ",
        "IN ", "OUT ", "INOUT ", "VARIADIC ", "ORDER BY ", "BASETYPE ", "USING ", "WITH ", "WHERE ", "INCLUDE ", "NULLS ", "FIRST ", "ENABLE ", "ROW LEVEL SECURITY ",
        "FORCE ", "FOR ", "ROLE ", "OPTION ", "int ", "interval ", "year ", "double ", "precision ", "timestamp ", "time zone ", "array ", "_int4", "char", "%", "a", "b.c", "\"Q\"",
        "\"\"", "U&\"\\0041\"", "U&\"\\+110000\"", "U&\"\\D800\"", "U&'\\0000'", "'x'", "''", "E'\\'", "E'\\U00110000'", "E'\\uD800'", "E'a'\n'b'", "$$ $$", "$1", "1", "-1",
        "99999999999999999999", "1e3", "(", ")", "[", "]", ",", ".", "=", "*", ";", ";\n", "\r\n", "--x\n", "/* */", "\\", "\0", "é", "😀", "\ud800", "\uFEFF", new string('a', 64),
    ];

    private static readonly DatabaseSchema Model = DatabaseSchema.Of(
    [
        new Table { Name = QualifiedName.Of("a"), Columns = [new Column { Name = "a", Type = "integer" }] },
        new Sequence { Name = QualifiedName.Of("b") },
    ]);

    [Fact]
    public void Any_text_is_read_or_refused_at_a_place() => Gen.OneOf(
        Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]).Array[0, 25].Select(string.Concat),
        Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]).Array[0, 25].Select(p => "CREATE " + string.Concat(p)),
        Gen.String[0, 60]).Sample(
        sql =>
        {
            var result = SchemaFileMerge.Merge(Model, [new SchemaFile("x.sql", sql)], _ => "A");
            Assert.All(result.Diagnostics, d => Assert.True(d.Where is { Path: "x.sql", Line: > 0, Column: > 0 }, d.Summary));
            Assert.Equal(result.Schema, SchemaFileMerge.Merge(Model, [new SchemaFile("x.sql", sql)], _ => "A").Schema);
        },
        iter: 30_000);
}
