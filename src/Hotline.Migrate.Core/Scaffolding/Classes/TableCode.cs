using Hotline.Migrate.Scaffolding.Naming;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>What the writers of one class share.</summary>
internal sealed class TableCode
{
    private readonly ModelNames names;

    public TableCode(DatabaseSchema schema, Table table, ModelNames names, SequencePlaces sequences, bool npgsql)
    {
        Schema = schema;
        Table = table;
        Sequences = sequences;
        Npgsql = npgsql;
        this.names = names;
        Name = names.Type(table.Name);
        Types = new NamedColumnTypes(schema, names, Name.Space);
    }

    /// <summary>The whole schema.</summary>
    public DatabaseSchema Schema { get; }

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>The class.</summary>
    public ModelName Name { get; }

    /// <summary>The types of the schema.</summary>
    public NamedColumnTypes Types { get; }

    /// <summary>Where sequences are said.</summary>
    public SequencePlaces Sequences { get; }

    /// <summary>Whether Npgsql's types may be used.</summary>
    public bool Npgsql { get; }

    /// <summary>The namespace of the class.</summary>
    public string Namespace => names.Namespace(Name);

    /// <summary>The property of a column of the table; of its parent's for a partition.</summary>
    public string Property(string column) => names.Member(Table.Name, column);

    /// <summary>The properties of columns, as <c>nameof</c> writes them.</summary>
    public string[] NamesOf(IEnumerable<string> columns) => [.. columns.Select(NameOf)];

    /// <summary>A column as an attribute's list names it.</summary>
    public string NameOf(string column) => names.Knows(Table.Name, column)
        ? $"nameof({Property(column)})"
        : Owner(column) is { } owner ? $"nameof({InExpression(owner)}.{names.Member(owner, column)})" : Text.CSharpLiteral.Of(column);

    /// <summary>The columns of another table, as an attribute's list names them.</summary>
    public string[] NamesOf(QualifiedName table, IEnumerable<string> columns) =>
        [.. columns.Select(c => names.Knows(table, c) ? $"nameof({InExpression(table)}.{names.Member(table, c)})" : Text.CSharpLiteral.Of(c))];

    /// <summary>Whether the class, or that of a parent, has a property for the column.</summary>
    public bool Knows(string column) => Owner(column) is not null;

    /// <summary>Another table's class, or an enum, as this one's code writes it.</summary>
    public string TypeOf(QualifiedName name) => names.Reference(Name.Space, name);

    /// <summary>Whether every class means the same by the type's name: it is in the root namespace.</summary>
    public bool IsOfRoot(QualifiedName name) => names.Type(name).Space.Length == 0;

    /// <summary>Whether there is a class for the table.</summary>
    public bool HasClass(QualifiedName table) => names.Has(table);

    /// <summary>The member of a label.</summary>
    public string Member(QualifiedName enumType, string label) => names.Member(enumType, label);

    /// <summary>A column of a table, be it a parent's.</summary>
    public Column? ColumnOf(QualifiedName table, string column) =>
        Schema.Find<Table>(table) is { } found ? Lineage(found).Select(t => t.FindColumn(column)).FirstOrDefault(c => c is not null) : null;

    // Where a property has the name that the type begins with, the bare name means the property.
    private string InExpression(QualifiedName table)
    {
        var name = TypeOf(table);
        var first = name.Split('.')[0];
        var isProperty = Lineage(Table).SelectMany(t => t.Columns.Select(c => (Table: t.Name, c.Name))).Any(c => names.Knows(c.Table, c.Name) && names.Member(c.Table, c.Name) == first);
        return isProperty ? names.Whole(table) : name;
    }

    // A column that the class does not declare is one of the table's parents'.
    private QualifiedName? Owner(string column) => Lineage(Table).FirstOrDefault(t => names.Knows(t.Name, column))?.Name;

    private IEnumerable<Table> Lineage(Table first)
    {
        var open = new Queue<Table>([first]);
        while (open.TryDequeue(out var table))
        {
            yield return table;

            foreach (var parent in table.PartitionOf is { } partition ? [partition.Parent] : table.Inherits.AsEnumerable())
            {
                if (Schema.Find<Table>(parent) is { } found)
                {
                    open.Enqueue(found);
                }
            }
        }
    }
}
