using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>What the readers of one model share: the model, its names, and what they have found so far.</summary>
internal sealed class ModelContext
{
    private static readonly HashSet<string> SystemColumns = ["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"];

    private readonly List<ModelProblem> problems = [];
    private readonly List<SchemaObject> needed = [];
    private readonly Dictionary<EnumType, INamedTypeSymbol> enums = [];

    public ModelContext(INamedTypeSymbol model, CancellationToken cancellationToken)
    {
        Model = model;
        CancellationToken = cancellationToken;
        Attributes = ClassAttributes(model);
        Properties = PropertyReader.Read(model, cancellationToken);
        var table = Attributes.Find(AttributeNames.Table);
        Table = new QualifiedName(
            table?.Text("Schema") ?? ObjectReader.DefaultSchema(model.ContainingAssembly),
            table?.Text(0) ?? SnakeCase.Of(model.Name));
        TableAttribute = table;
    }

    /// <summary>The model's class.</summary>
    public INamedTypeSymbol Model { get; }

    /// <summary>Ends the reading early when the compiler wants to go on.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The table's name.</summary>
    public QualifiedName Table { get; }

    /// <summary>The attribute that marks the model.</summary>
    public ModelAttribute? TableAttribute { get; }

    /// <summary>The class's attributes, those of the first base class first. What describes one class alone is taken from the model's own class only.</summary>
    public IReadOnlyList<ModelAttribute> Attributes { get; }

    /// <summary>The properties that may be columns or navigations.</summary>
    public IReadOnlyList<ModelProperty> Properties { get; }

    /// <summary>The columns found so far.</summary>
    public IReadOnlyList<ModelColumn> Columns { get; set; } = [];

    /// <summary>The columns that the table has from the ones it is a partition of or inherits from.</summary>
    public IReadOnlyList<ModelColumn> ParentColumns { get; set; } = [];

    /// <summary>What is wrong with the model.</summary>
    public IReadOnlyList<ModelProblem> Problems => problems;

    /// <summary>The objects that the table needs: enum types, extensions, sequences.</summary>
    public IReadOnlyList<SchemaObject> Needed => needed;

    /// <summary>The C# enum of each enum type that the table needs.</summary>
    public IReadOnlyDictionary<EnumType, INamedTypeSymbol> Enums => enums;

    /// <summary>Adds the enum type of a C# enum.</summary>
    public void Need(EnumType type, INamedTypeSymbol declaration)
    {
        Need(type);
        enums[type] = declaration;
    }

    /// <summary>Adds an object that the table needs.</summary>
    public void Need(SchemaObject schemaObject)
    {
        if (!needed.Contains(schemaObject))
        {
            needed.Add(schemaObject);
        }
    }

    /// <summary>Notes a problem.</summary>
    public void Report(ModelProblem problem) => problems.Add(problem);

    /// <summary>Notes a problem with a member or the class.</summary>
    public void Report(string code, ISymbol symbol, string message) =>
        problems.Add(new ModelProblem { Code = code, Symbol = symbol, Message = message });

    /// <summary>Notes a problem with an attribute, or with one of its arguments.</summary>
    public void Report(string code, ModelAttribute attribute, string message, string? argument = null) =>
        problems.Add(new ModelProblem { Code = code, Symbol = attribute.Owner, Attribute = attribute.Data, Argument = argument, Message = message });

    /// <summary>Notes a problem when PostgreSQL could not have or keep <paramref name="name"/>.</summary>
    public void CheckName(string name, string what, ISymbol symbol, ModelAttribute? attribute = null, string? argument = null)
    {
        var isReserved = what == "schema" && (name.StartsWith("pg_", StringComparison.Ordinal) || name == "information_schema");
        if (SqlIdentifier.IsValid(name) && !isReserved)
        {
            return;
        }

        var message = name.Length == 0
            ? $"The name of the {what} is empty."
            : isReserved
                ? $"The schema '{name}' is PostgreSQL's own."
                : name.IndexOf('\0') >= 0
                    ? $"The name of the {what} has a NUL character."
                    : $"The name of the {what} '{name}' is longer than PostgreSQL's {SqlIdentifier.MaxBytes} bytes.";
        problems.Add(new ModelProblem
        {
            Code = DiagnosticCodes.InvalidIdentifier,
            Symbol = symbol,
            Attribute = attribute?.Data,
            Argument = argument,
            Message = message,
        });
    }

    /// <summary>Notes a problem when a column's name cannot be one.</summary>
    public void CheckColumnName(string name, ISymbol symbol, ModelAttribute? attribute)
    {
        CheckName(name, "column", symbol, attribute, attribute is null ? null : "0");
        if (SystemColumns.Contains(name))
        {
            problems.Add(new ModelProblem
            {
                Code = DiagnosticCodes.InvalidIdentifier,
                Symbol = symbol,
                Attribute = attribute?.Data,
                Argument = attribute is null ? null : "0",
                Message = $"'{name}' is a system column of every table and cannot be a column's name.",
            });
        }
    }

    /// <summary>The column of that property or name, or <c>null</c>.</summary>
    public ModelColumn? FindColumn(string propertyOrColumn) => Find(Columns, propertyOrColumn) ?? Find(ParentColumns, propertyOrColumn);

    /// <summary>The column names of the properties in an attribute's list; <c>null</c> when one is unknown, which is reported.</summary>
    public IReadOnlyList<string>? ColumnNames(ModelAttribute attribute, IReadOnlyList<string> properties, string? argument = null)
    {
        var names = new List<string>();
        for (var i = 0; i < properties.Count; i++)
        {
            if (FindColumn(properties[i]) is { } column)
            {
                names.Add(column.Column.Name);
            }
            else
            {
                Report(
                    DiagnosticCodes.UnknownProperty,
                    attribute,
                    $"'{Model.Name}' has no column for '{properties[i]}'.",
                    argument ?? i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return names.Count == properties.Count ? names : null;
    }

    private static ModelColumn? Find(IReadOnlyList<ModelColumn> columns, string propertyOrColumn) =>
        columns.FirstOrDefault(c => c.Path == propertyOrColumn) ?? columns.FirstOrDefault(c => c.Column.Name == propertyOrColumn);

    private static List<ModelAttribute> ClassAttributes(INamedTypeSymbol model)
    {
        var attributes = new List<ModelAttribute>();
        foreach (var type in PropertyReader.Chain(model))
        {
            var own = SymbolEqualityComparer.Default.Equals(type, model);
            attributes.AddRange(ModelAttribute.Of(type).Where(a => own || IsInherited(a.Name)));
        }

        return attributes;
    }

    private static bool IsInherited(string name) => name is not (
        AttributeNames.Table or AttributeNames.Comment or AttributeNames.EfComment or AttributeNames.RenamedFrom
        or AttributeNames.Partition or AttributeNames.PartitionOf or AttributeNames.Inherits
        or AttributeNames.ClusteredOn);
}
