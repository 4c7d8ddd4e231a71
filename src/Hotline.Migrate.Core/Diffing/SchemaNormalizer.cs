using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing;

/// <summary>Brings what PostgreSQL takes for the same into one form.</summary>
internal static class SchemaNormalizer
{
    public static DatabaseSchema Normalize(DatabaseSchema schema)
    {
        var unlogged = schema.Tables.Where(t => t.Unlogged).Select(t => t.Name).ToHashSet();
        var normal = schema.Objects.Select(o => Object(o, unlogged)).ToArray();
        if (!normal.Any(o => o is Table table && Inheritance.Parents(table).Any()))
        {
            return DatabaseSchema.Of(normal);
        }

        var inheritance = new Inheritance(normal.OfType<Table>());
        return DatabaseSchema.Of(normal.Select(o => o is Table table ? inheritance.Own(table) : o));
    }

    private static SchemaObject Object(SchemaObject schemaObject, HashSet<QualifiedName> unlogged) => schemaObject switch
    {
        Table table => table with
        {
            Columns = table.Columns.Select(c => Column(table, c)).ToEquatableArray(),
            Partitioning = table.Partitioning is { } by ? by with { Keys = by.Keys.Select(Key).ToEquatableArray() } : null,
        },
        Sequence sequence => sequence with
        {
            Options = Options(sequence.Options),
            Unlogged = sequence.Unlogged && !(sequence.OwnedBy is { } owner && unlogged.Contains(owner.Table)),
        },
        _ => schemaObject,
    };

    // A key column and an identity are NOT NULL whatever is said, and no default is the default NULL.
    private static Column Column(Table table, Column column) => column with
    {
        Nullable = column.Nullable && column.Identity is null && table.PrimaryKey?.Columns.Contains(column.Name) != true,
        Default = SqlExpression.Same(column.Default, "NULL") ? null : column.Default,
        Identity = column.Identity is { } identity ? identity with { Options = Options(identity.Options) } : null,
    };

    // PostgreSQL leaves the parentheses of a function call out, and takes them.
    private static string Key(string sql) =>
        SqlText.Unwrap(sql) is var key && SqlIdentifier.Split(key) is [var name] && SqlIdentifier.Quote(name) == key ? key : $"({key})";

    private static SequenceOptions Options(SequenceOptions options) => options with
    {
        Start = options.Start == First(options) ? null : options.Start,
        Increment = options.Increment == 1 ? null : options.Increment,
        Minimum = options.Minimum == 1 && options.Increment is null or > 0 ? null : options.Minimum,
        Cache = options.Cache == 1 ? null : options.Cache,
    };

    private static long First(SequenceOptions options) =>
        options.Increment is < 0 ? options.Maximum ?? -1 : options.Minimum ?? 1;
}
