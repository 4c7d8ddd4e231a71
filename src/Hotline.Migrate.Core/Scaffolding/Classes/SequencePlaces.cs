using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>Where sequences are said: by the serial column they belong to, by the class whose defaults alone use them, or by the assembly.</summary>
internal sealed class SequencePlaces
{
    private readonly Dictionary<(QualifiedName Table, string Column), Sequence> serials = [];
    private readonly ILookup<QualifiedName, Sequence> ofTables;

    public SequencePlaces(DatabaseSchema schema)
    {
        var users = schema.Tables
            .Where(t => t.PartitionOf is null)
            .SelectMany(t => t.Columns.Where(c => c.Default?.StartsWith("nextval('", StringComparison.Ordinal) == true).Select(c => (t.Name, Column: c)))
            .ToLookup(u => u.Column.Default!, StringComparer.Ordinal);
        var places = new List<(QualifiedName Table, Sequence Sequence)>();
        var rest = new List<Sequence>();
        foreach (var sequence in schema.Objects.OfType<Sequence>())
        {
            var use = users[Next(sequence.Name)].ToArray();
            if (sequence.OwnedBy is { } owner && use.Any(u => u.Name == owner.Table && u.Column.Name == owner.Column && u.Column.Type is "smallint" or "integer" or "bigint"))
            {
                serials.Add((owner.Table, owner.Column), sequence);
            }
            else if (sequence.OwnedBy is null && use.Select(u => u.Name).Distinct().ToArray() is [var table])
            {
                places.Add((table, sequence));
            }
            else
            {
                rest.Add(sequence);
            }
        }

        ofTables = places.ToLookup(p => p.Table, p => p.Sequence);
        OfNoTable = rest;
    }

    /// <summary>The sequences that the assembly says.</summary>
    public IReadOnlyList<Sequence> OfNoTable { get; }

    /// <summary>The sequences that the class of a table says.</summary>
    public IEnumerable<Sequence> Of(QualifiedName table) => ofTables[table];

    /// <summary>The sequence of a serial column.</summary>
    public Sequence? Serial(QualifiedName table, string column) => serials.GetValueOrDefault((table, column));

    /// <summary>The default that draws from a sequence.</summary>
    public static string Next(QualifiedName sequence) => $"nextval('{SqlIdentifier.Quote(sequence).Replace("'", "''", StringComparison.Ordinal)}'::regclass)";
}
