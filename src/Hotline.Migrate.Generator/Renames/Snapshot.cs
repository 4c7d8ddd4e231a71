using System.Text.RegularExpressions;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Hotline.Migrate.Generator.Renames;

/// <summary>The tables and enums of the snapshot, as far as the build gives its files to the compiler: it does so for editors only.</summary>
internal sealed class Snapshot
{
    private static readonly Regex FileForm = new(@"[/\\]snapshot[/\\](table|enum)[/\\][^/\\]+\.json$", RegexOptions.CultureInvariant);

    /// <summary>Reads a file once, however many compilations see it.</summary>
    public static readonly SourceTextValueProvider<SchemaObject?> Documents = new(text => SnapshotDocument.Read(text.ToString()));

    private readonly Dictionary<QualifiedName, Table> tables = [];
    private readonly Dictionary<QualifiedName, EnumType> enums = [];

    private Snapshot()
    {
    }

    /// <summary>The tables.</summary>
    public IEnumerable<Table> Tables => tables.Values.OrderBy(t => t.Name);

    /// <summary>The enums.</summary>
    public IEnumerable<EnumType> Enums => enums.Values.OrderBy(e => e.Name);

    /// <summary>The snapshot; <c>null</c> when no file of one is there.</summary>
    /// <param name="files">The additional files.</param>
    /// <param name="read">Looks into one of them, by <see cref="Documents"/>.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static Snapshot? Of(IEnumerable<AdditionalText> files, Func<SourceText, SchemaObject?> read, CancellationToken cancellationToken)
    {
        var snapshot = new Snapshot();
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (FileForm.IsMatch(file.Path) && file.GetText(cancellationToken) is { } text ? read(text) : null)
            {
                case Table table: snapshot.tables[table.Name] = table; break;
                case EnumType type: snapshot.enums[type.Name] = type; break;
            }
        }

        return snapshot.tables.Count + snapshot.enums.Count > 0 ? snapshot : null;
    }

    /// <summary>The table of that name.</summary>
    public Table? Table(QualifiedName? name) => name is not null && tables.TryGetValue(name, out var table) ? table : null;

    /// <summary>The enum of that name.</summary>
    public EnumType? Enum(QualifiedName? name) => name is not null && enums.TryGetValue(name, out var type) ? type : null;
}
