using Hotline.Migrate.Diffing;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Core.Tests.Diffing;

/// <summary>Short words for schemas.</summary>
internal static class Model
{
    public static DatabaseSchema Database(params SchemaObject[] objects) => DatabaseSchema.Of(objects);

    public static Table Table(string name, params Column[] columns) => new()
    {
        Name = Name(name),
        Columns = [.. columns],
        PrimaryKey = columns.Any(c => c.Name == "id") ? new PrimaryKey { Name = name + "_pkey", Columns = ["id"] } : null,
    };

    public static Column Column(string name, string type, bool nullable = false) => new() { Name = name, Type = type, Nullable = nullable };

    public static Column Id { get; } = Column("id", "bigint") with { Identity = new Identity(true, SequenceOptions.Default) };

    public static EnumType Enum(string name, params string[] labels) => new() { Name = Name(name), Labels = [.. labels] };

    public static ForeignKey Reference(string name, string column, string table, string referenced = "id") => new()
    {
        Name = name,
        Columns = [column],
        References = Name(table),
        ReferencedColumns = [referenced],
    };

    public static TableIndex Index(string name, params string[] columns) => new()
    {
        Name = name,
        Elements = [.. columns.Select(c => new IndexElement { Column = c })],
    };

    public static QualifiedName Name(string name) =>
        name.Split('.') is [var schema, var own] ? new QualifiedName(schema, own) : QualifiedName.Of(name);

    /// <summary>Both directions as one text.</summary>
    public static string Sql(DatabaseSchema from, DatabaseSchema to, DiffAnswers? answers = null)
    {
        var diff = SchemaDiffer.Diff(from, to, answers);
        Assert.Empty(diff.Diagnostics.Select(d => $"{d.Code} {d.Summary}"));
        var body = MigrationBody.Compose(diff);
        return $"-- hm:upgrade\n{body.Upgrade}\n-- hm:downgrade\n{body.Downgrade}";
    }
}
