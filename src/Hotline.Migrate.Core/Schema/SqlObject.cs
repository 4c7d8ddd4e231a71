namespace Hotline.Migrate.Schema;

/// <summary>
/// An object that is its <c>CREATE</c> statement: a view, a routine, a trigger, ... Which kinds they are, <see cref="SchemaKinds.IsSql"/> says.
/// </summary>
/// <remarks>
/// Made by <see cref="Of"/>, <see cref="Routine"/> and <see cref="OnRelation"/>, so that <see cref="SchemaObject.Name"/> tells overloads and
/// triggers of the same name apart.
/// </remarks>
public sealed record SqlObject : SchemaObject
{
    private readonly string kind;

    private SqlObject(string kind) => this.kind = kind;

    /// <inheritdoc/>
    public override string Kind => kind;

    /// <summary>The object's own name, without the arguments and the table that <see cref="SchemaObject.Name"/> may hold.</summary>
    public string OwnName { get; private init; } = "";

    /// <summary>The types of a routine's input arguments, as <c>DROP FUNCTION</c> takes them: <c>integer, text</c>; <c>*</c> of an aggregate that takes none.</summary>
    public string? Arguments { get; private init; }

    /// <summary>The table or view that a trigger or rule belongs to.</summary>
    public QualifiedName? On { get; private init; }

    /// <summary>The whole <c>CREATE</c> statement without <c>OR REPLACE</c>, <c>IF NOT EXISTS</c> and the last semicolon.</summary>
    public required string Definition { get; init; }

    /// <summary>
    /// Statements that complete the object, in order, without semicolons: <c>ALTER TABLE t ENABLE ALWAYS TRIGGER x</c>,
    /// <c>ALTER VIEW v ALTER COLUMN c SET DEFAULT 1</c>.
    /// </summary>
    public EquatableArray<string> Additions { get; init; }

    /// <summary>The indexes of a materialized view, sorted by name.</summary>
    public EquatableArray<TableIndex> Indexes { get; init; }

    /// <summary>The comments on columns of a view or foreign table, sorted by column.</summary>
    public EquatableArray<ColumnComment> ColumnComments { get; init; }

    /// <summary>An object of a kind whose name alone tells it: a view, a collation, a publication, ...</summary>
    public static SqlObject Of(string kind, QualifiedName name, string definition) => new(kind)
    {
        Name = name,
        OwnName = name.Name,
        Definition = definition,
    };

    /// <summary>A function, procedure or aggregate.</summary>
    /// <param name="kind">Which of them.</param>
    /// <param name="name">Its name without the arguments.</param>
    /// <param name="arguments">See <see cref="Arguments"/>; empty for none.</param>
    /// <param name="definition">See <see cref="Definition"/>.</param>
    public static SqlObject Routine(string kind, QualifiedName name, string arguments, string definition) => new(kind)
    {
        Name = name with { Name = $"{name.Name}({arguments})" },
        OwnName = name.Name,
        Arguments = arguments,
        Definition = definition,
    };

    /// <summary>A trigger or rule of a table or view.</summary>
    /// <param name="kind">Which of them.</param>
    /// <param name="relation">The table or view.</param>
    /// <param name="name">The trigger's or rule's name.</param>
    /// <param name="definition">See <see cref="Definition"/>.</param>
    public static SqlObject OnRelation(string kind, QualifiedName relation, string name, string definition) => new(kind)
    {
        Name = relation with { Name = $"{SqlIdentifier.Quote(relation.Name)}.{SqlIdentifier.Quote(name)}" },
        OwnName = name,
        On = relation,
        Definition = definition,
    };
}
