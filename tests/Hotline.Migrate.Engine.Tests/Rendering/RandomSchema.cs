using CsCheck;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Random schemas that share their names, so that two of them differ in every way at once.</summary>
internal static class RandomSchema
{
    /// <summary>The types that a column of that name may have, and a value that all of them can hold.</summary>
    public static readonly IReadOnlyDictionary<string, (string[] Types, string Value)> Columns = new Dictionary<string, (string[], string)>
    {
        ["amount"] = (["integer", "bigint", "text", "character varying(30)"], "'5'"),
        ["flag"] = (["boolean", "integer", "smallint"], "'1'"),
        ["state"] = (["text", "character varying(40)", "state", "mood"], "'ok'"),
        ["moods"] = (["mood[]", "text[]", "state[]"], "'{ok}'"),
        ["at"] = (["timestamp with time zone", "timestamp without time zone", "date"], "'2020-01-01'"),
        ["price"] = (["numeric(10,2)", "numeric(12,4)", "numeric", "integer"], "3"),
        ["data"] = (["jsonb", "text"], "'{}'"),
    };

    private static readonly string[] TableNames = ["accounts", "Calls", "notes", "select"];

    private static Gen<DatabaseSchema> Schemas =>
        from enums in Gen.Select(Labels("mood"), Labels("state"))
        from tables in Gen.Select(TableGen(0), TableGen(1), TableGen(2), TableGen(3))
        select Complete([enums.Item1, enums.Item2], [tables.Item1, tables.Item2, tables.Item3, tables.Item4]);

    public static Gen<(DatabaseSchema From, DatabaseSchema To)> Pairs => Gen.Select(Schemas, Schemas);

    private static Gen<EnumType> Labels(string name) =>
        from labels in Gen.Shuffle((string[])["ok", "sad", "it's", "Glad"])
        from count in Gen.Int[1, 4]
        select new EnumType
        {
            Name = QualifiedName.Of(name),
            Labels = labels.Take(count).Contains("ok") ? [.. labels.Take(count)] : [.. labels.Take(count), "ok"],
        };

    private static Gen<Table?> TableGen(int index) =>
        from isThere in Gen.Int[0, 3]
        from key in OneOf("integer", "bigint")
        from always in Gen.Bool
        from columns in ColumnsGen
        from indexes in Gen.Int[0, 1 << (7 * 4)]
        from references in Gen.Select(Gen.Int[-2, 3], Gen.Int[-2, 3])
        from comment in OneOf<string?>(null, "One", "it's two")
        select isThere == 0 ? null : Make(TableNames[index], key, always, columns, indexes, [references.Item1, references.Item2], comment);

    private static Gen<Column?[]> ColumnsGen { get; } = Columns.Keys.Aggregate(
        Gen.Const(Array.Empty<Column?>()),
        (all, name) => Gen.Select(all, ColumnGen(name)).Select(p => (Column?[])[.. p.Item1, p.Item2]));

    private static Gen<T> OneOf<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static Gen<Column?> ColumnGen(string name) =>
        from isThere in Gen.Int[0, 2]
        from type in OneOf(Columns[name].Types)
        from nullable in Gen.Bool
        from hasDefault in Gen.Bool
        from comment in OneOf<string?>(null, null, "C")
        select isThere == 0
            ? null
            : new Column
            {
                Name = name,
                Type = type,
                Nullable = nullable,
                Default = hasDefault ? DefaultOf(name, type) : null,
                Backfill = type == "boolean" ? "true" : $"{Columns[name].Value}::{type}",
                Comment = comment,
            };

    private static string DefaultOf(string name, string type) =>
        type is "integer" or "smallint" or "bigint" ? Columns[name].Value.Trim('\'') : type == "boolean" ? "true" : Columns[name].Value;

    private static Table Make(string name, string key, bool always, Column?[] columns, int mask, int[] references, string? comment)
    {
        var present = columns.OfType<Column>().ToList();
        bool Bit(int column, int what) => ((mask >> ((column * 4) + what)) & 1) == 1;
        var items = present.Select((c, i) => (Column: c, Index: i)).ToList();
        return new Table
        {
            Name = QualifiedName.Of(name),
            Comment = comment,
            Columns =
            [
                new Column { Name = "id", Type = key, Identity = new Identity(always, SequenceOptions.Default) },
                .. present,
                .. references.Select((r, i) => (Target: r, Index: i)).Where(r => r.Target >= 0)
                    .Select(r => new Column { Name = $"ref{r.Index}", Type = "bigint", Nullable = true }),
                .. items.Where(i => Bit(i.Index, 3)).Take(1)
                    .Select(i => new Column { Name = "has", Type = "boolean", Nullable = true, Generated = new GeneratedColumn($"{SqlIdentifier.Quote(i.Column.Name)} IS NULL", false) }),
            ],
            PrimaryKey = new PrimaryKey { Name = $"{name}_pkey", Columns = ["id"] },
            Uniques = [.. items.Where(i => Bit(i.Index, 0)).Select(i => new UniqueConstraint { Name = $"{name}_{i.Column.Name}_key", Columns = ["id", i.Column.Name] }).OrderBy(u => u.Name, StringComparer.Ordinal)],
            Checks = [.. items.Where(i => Bit(i.Index, 1)).Select(i => new CheckConstraint { Name = $"{name}_{i.Column.Name}_check", Expression = $"{i.Column.Name} IS NOT NULL OR id > 0" }).OrderBy(c => c.Name, StringComparer.Ordinal)],
            Indexes =
            [
                .. items.Where(i => Bit(i.Index, 2)).Select(i => new TableIndex
                {
                    // Names that wander between tables.
                    Name = $"{i.Column.Name}_{(mask + i.Index) % 3}_{TableNames.ToList().IndexOf(name) * (mask % 2)}_{name[0]}_idx",
                    Elements = Bit(i.Index, 0)
                        ? [new IndexElement { Column = i.Column.Name, Descending = true }, new IndexElement { Column = "id" }]
                        : [new IndexElement { Expression = $"{i.Column.Name} IS NULL" }],
                    Where = Bit(i.Index, 1) ? $"{i.Column.Name} IS NOT NULL" : null,
                }).OrderBy(i => i.Name, StringComparer.Ordinal),
            ],
            ForeignKeys =
            [
                .. references.Select((r, i) => (Target: r, Index: i)).Where(r => r.Target >= 0).Select(r => new ForeignKey
                {
                    Name = $"{name}_ref{r.Index}_fkey",
                    Columns = [$"ref{r.Index}"],
                    References = QualifiedName.Of(TableNames[r.Target]),
                    ReferencedColumns = ["id"],
                    OnDelete = r.Target % 2 == 0 ? ReferentialAction.NoAction : ReferentialAction.SetNull,
                }),
            ],
        };
    }

    // A reference to a table that is not there goes, and so does an enum that nothing uses in some schemas.
    private static DatabaseSchema Complete(EnumType[] enums, Table?[] tables)
    {
        var there = tables.OfType<Table>().ToList();
        var names = there.Select(t => t.Name).ToHashSet();
        var complete = there.Select(t => t with { ForeignKeys = [.. t.ForeignKeys.Where(k => names.Contains(k.References))] }).ToList();
        var used = complete.SelectMany(t => t.Columns).Select(c => c.Type.Replace("[]", "", StringComparison.Ordinal)).ToHashSet();
        return DatabaseSchema.Of([.. enums.Where(e => used.Contains(e.Name.Name)), .. complete]);
    }
}
