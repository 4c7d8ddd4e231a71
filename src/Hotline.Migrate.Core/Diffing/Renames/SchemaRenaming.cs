using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Renames;

/// <summary>Renames things in a schema, and says which operations do that in a database.</summary>
internal static class SchemaRenaming
{
    public static (DatabaseSchema Schema, IReadOnlyList<Operation> Operations) Apply(DatabaseSchema schema, RenameSet renames)
    {
        var operations = new List<Operation>();
        var labels = new Dictionary<QualifiedName, IReadOnlyDictionary<string, string>>();
        foreach (var type in schema.Objects.OfType<EnumType>().Where(e => renames.Labels.ContainsKey(e.Name)))
        {
            var taken = type.Labels.Concat(renames.Labels[type.Name].Values).ToHashSet();
            var steps = RenameSteps.Of(renames.Labels[type.Name], type.Labels, l => RenameSteps.Aside(l, taken));
            operations.AddRange(steps.Select(s => new RenameEnumValue(type.Name, s.Old, s.New)));
            labels[type.Name] = Total(type.Labels, steps);
        }

        var enums = Objects<EnumType>(schema, renames.Enums, operations, (old, @new) => [new RenameEnumType(old, @new)]);
        var domains = Objects<Domain>(schema, Of<Domain>(schema, renames.Types), operations, (old, @new) => [new RenameType(SchemaKinds.Domain, old, @new)]);
        var composites = Objects<CompositeType>(
            schema, Of<CompositeType>(schema, renames.Types), operations, (old, @new) => [new RenameType(SchemaKinds.Composite, old, @new)]);
        var types = domains.Concat(composites).ToDictionary(t => t.Key, t => t.Value);
        foreach (var type in schema.Objects.OfType<CompositeType>().Where(t => renames.Fields.ContainsKey(t.Name)))
        {
            var names = type.Fields.Select(f => f.Name).ToList();
            var taken = names.Concat(renames.Fields[type.Name].Values).ToHashSet();
            var steps = RenameSteps.Of(renames.Fields[type.Name], names, f => RenameSteps.Aside(f, taken));
            operations.AddRange(steps.Select(s => new RenameField(types.GetValueOrDefault(type.Name, type.Name), s.Old, s.New)));
        }

        var tables = Objects<Table>(schema, renames.Tables, operations, Moves);
        var columns = new Dictionary<QualifiedName, IReadOnlyDictionary<string, string>>();
        foreach (var table in schema.Tables.Where(t => renames.Columns.ContainsKey(t.Name)))
        {
            var names = table.Columns.Select(c => c.Name).ToList();
            var taken = names.Concat(renames.Columns[table.Name].Values).ToHashSet();
            var steps = RenameSteps.Of(renames.Columns[table.Name], names, c => RenameSteps.Aside(c, taken));
            operations.AddRange(steps.Select(s => new RenameColumn(tables.GetValueOrDefault(table.Name, table.Name), s.Old, s.New)));
            columns[table.Name] = Total(names, steps);
        }

        operations.AddRange(SequenceRenames.Operations(schema, renames));
        var total = new RenameSet { Tables = tables, Enums = enums, Columns = columns, Labels = labels, Types = types, Fields = renames.Fields, Sequences = renames.Sequences };
        return operations.Count == 0 ? (schema, operations) : (NameRewriter.Rewrite(schema, total), operations);
    }

    private static Dictionary<QualifiedName, QualifiedName> Of<T>(DatabaseSchema schema, IReadOnlyDictionary<QualifiedName, QualifiedName> renames)
        where T : SchemaObject => renames.Where(r => schema.Find<T>(r.Key) is not null).ToDictionary(r => r.Key, r => r.Value);

    private static IEnumerable<Operation> Moves(QualifiedName old, QualifiedName @new)
    {
        if (old.Schema != @new.Schema)
        {
            yield return new MoveTable(old, @new.Schema);
        }

        if (old.Name != @new.Name)
        {
            yield return new RenameTable(old with { Schema = @new.Schema }, @new.Name);
        }
    }

    private static Dictionary<QualifiedName, QualifiedName> Objects<T>(
        DatabaseSchema schema,
        IReadOnlyDictionary<QualifiedName, QualifiedName> renames,
        List<Operation> operations,
        Func<QualifiedName, QualifiedName, IEnumerable<Operation>> make)
        where T : SchemaObject
    {
        var names = schema.Objects.OfType<T>().Select(o => o.Name).ToList();
        var taken = schema.Objects.Select(o => o.Name.Name).Concat(renames.Values.Select(n => n.Name)).ToHashSet();
        var steps = RenameSteps.Of(renames, names, n => n with { Name = RenameSteps.Aside(n.Name, taken) });
        operations.AddRange(steps.SelectMany(s => make(s.Old, s.New)));
        return Total(names, steps);
    }

    /// <summary>The name that each thing has after all steps, where it is another one.</summary>
    private static Dictionary<T, T> Total<T>(IEnumerable<T> names, IReadOnlyList<(T Old, T New)> steps)
        where T : notnull
    {
        var result = new Dictionary<T, T>();
        foreach (var name in names)
        {
            var current = name;
            foreach (var (old, @new) in steps)
            {
                current = current.Equals(old) ? @new : current;
            }

            if (!current.Equals(name))
            {
                result.Add(name, current);
            }
        }

        return result;
    }
}
