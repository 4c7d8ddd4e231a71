using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Renames;

/// <summary>What has another name in two schemas.</summary>
internal sealed record RenameSet
{
    public static RenameSet Empty { get; } = new();

    public IReadOnlyDictionary<QualifiedName, QualifiedName> Tables { get; init; } = new Dictionary<QualifiedName, QualifiedName>();

    public IReadOnlyDictionary<QualifiedName, QualifiedName> Enums { get; init; } = new Dictionary<QualifiedName, QualifiedName>();

    /// <summary>Domains and composite types.</summary>
    public IReadOnlyDictionary<QualifiedName, QualifiedName> Types { get; init; } = new Dictionary<QualifiedName, QualifiedName>();

    /// <summary>Old to new name of a field, by the composite type's old name.</summary>
    public IReadOnlyDictionary<QualifiedName, IReadOnlyDictionary<string, string>> Fields { get; init; } =
        new Dictionary<QualifiedName, IReadOnlyDictionary<string, string>>();

    /// <summary>Old to new column name, by the table's old name.</summary>
    public IReadOnlyDictionary<QualifiedName, IReadOnlyDictionary<string, string>> Columns { get; init; } =
        new Dictionary<QualifiedName, IReadOnlyDictionary<string, string>>();

    /// <summary>Old to new label, by the enum's old name.</summary>
    public IReadOnlyDictionary<QualifiedName, IReadOnlyDictionary<string, string>> Labels { get; init; } =
        new Dictionary<QualifiedName, IReadOnlyDictionary<string, string>>();

    /// <summary>Sequences that go with a column: those of a table that moves move along, before they are renamed.</summary>
    public IReadOnlyDictionary<QualifiedName, QualifiedName> Sequences { get; init; } = new Dictionary<QualifiedName, QualifiedName>();

    public QualifiedName Sequence(QualifiedName old) => Sequences.GetValueOrDefault(old, old);

    public ColumnReference Column(ColumnReference old) => new(
        Table(old.Table),
        Columns.TryGetValue(old.Table, out var names) ? names.GetValueOrDefault(old.Column, old.Column) : old.Column);

    public QualifiedName Table(QualifiedName old) => Tables.GetValueOrDefault(old, old);

    public QualifiedName Type(QualifiedName old) => Types.GetValueOrDefault(old, old);

    /// <summary>Every type that has another name: enums, domains and composite types.</summary>
    public IEnumerable<KeyValuePair<QualifiedName, QualifiedName>> AllTypes => Enums.Concat(Types);

    public QualifiedName Enum(QualifiedName old) => Enums.GetValueOrDefault(old, old);

    /// <summary>The way back.</summary>
    public RenameSet Invert() => new()
    {
        Tables = Invert(Tables),
        Enums = Invert(Enums),
        Sequences = Invert(Sequences),
        Types = Invert(Types),
        Fields = Fields.ToDictionary(f => Type(f.Key), f => (IReadOnlyDictionary<string, string>)Invert(f.Value)),
        Columns = Columns.ToDictionary(c => Table(c.Key), c => (IReadOnlyDictionary<string, string>)Invert(c.Value)),
        Labels = Labels.ToDictionary(l => Enum(l.Key), l => (IReadOnlyDictionary<string, string>)Invert(l.Value)),
    };

    private static Dictionary<T, T> Invert<T>(IReadOnlyDictionary<T, T> names)
        where T : notnull => names.ToDictionary(n => n.Value, n => n.Key);
}
