using Hotline.Migrate.Comparing;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting;

/// <summary>All that a database holds but its rows: what the schema model knows, and the rest as PostgreSQL tells it.</summary>
internal sealed record DatabaseState(DatabaseSchema Schema, IReadOnlyList<UnmodelledObject> Unmodelled)
{
    private const string NotPopulated = "\n  WITH NO DATA";

    /// <summary>Reads the part of a database that is the project's.</summary>
    public static async Task<DatabaseState> ReadAsync(NpgsqlDataSource source, ManagedObjects managed, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return managed.Of(new DatabaseState(
                await DatabaseInspector.InspectAsync(connection, cancellationToken).ConfigureAwait(false),
                await UnmodelledObjects.ReadAsync(connection, cancellationToken).ConfigureAwait(false)));
        }
    }

    /// <summary>How <paramref name="found"/> differs from this state.</summary>
    public StateComparison CompareTo(DatabaseState found, DiffAnswers? answers = null)
    {
        var schemas = SchemaComparison.Of(WithoutRows(Schema), WithoutRows(found.Schema), answers);
        return new StateComparison(schemas, [.. UnmodelledDifferences.Find(Unmodelled, found.Unmodelled)]);
    }

    /// <summary>The state without what a model does not speak of at all: hand-written views are the migrations' own until the model has a view.</summary>
    public DatabaseState SpokenOfBy(DatabaseSchema model)
    {
        var kinds = model.Objects.Select(o => o.Kind).ToHashSet(StringComparer.Ordinal);
        return new DatabaseState(DatabaseSchema.Of(Schema.Objects.Where(o => kinds.Contains(o.Kind) || !SchemaKinds.IsKeptInFiles(o.Kind))), []);
    }

    /// <summary>
    /// The state without the privileges of roles that <paramref name="expected"/> does not speak of: those are others' to give. Every database has
    /// PUBLIC, but what it may do in the schema <c>public</c> depends on the version of PostgreSQL that the cluster began with.
    /// </summary>
    public DatabaseState WithRolesOf(DatabaseState expected)
    {
        var roles = RoleGrants.Roles(expected.Schema);
        bool Counts(SchemaObject item, string role) => roles.Contains(role) || (role == Grant.Public && !IsDefaultSchema(item));
        return this with { Schema = DatabaseSchema.Of(Schema.Objects.Select(o => RoleGrants.Only(o, role => Counts(o, role))).OfType<SchemaObject>()) };
    }

    // Whether a materialized view was ever refreshed is about its rows.
    private static DatabaseSchema WithoutRows(DatabaseSchema schema) => schema.Objects.Any(IsEmptyView)
        ? DatabaseSchema.Of(schema.Objects.Select(o => IsEmptyView(o) && o is SqlObject view ? view with { Definition = view.Definition[..^NotPopulated.Length] } : o))
        : schema;

    private static bool IsDefaultSchema(SchemaObject item) => item is Privileges { TargetKind: "SCHEMA", Target.Name: QualifiedName.DefaultSchema };

    private static bool IsEmptyView(SchemaObject item) =>
        item is SqlObject { Kind: SchemaKinds.MaterializedView } view && view.Definition.EndsWith(NotPopulated, StringComparison.Ordinal);
}
