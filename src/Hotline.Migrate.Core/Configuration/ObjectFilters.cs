namespace Hotline.Migrate.Configuration;

/// <summary>Which objects of a database are the model's business.</summary>
public sealed record ObjectFilters
{
    /// <summary>What to look after; everything where it is empty.</summary>
    public ObjectPatterns Manage { get; init; } = new();

    /// <summary>What to leave alone; it wins over <see cref="Manage"/>.</summary>
    public ObjectPatterns Ignore { get; init; } = new();

    /// <summary>Whether the table is looked after.</summary>
    public bool ManagesTable(string schema, string table) =>
        !Ignore.FitsTable(schema, table) && (Manage.IsEmpty || Manage.FitsTable(schema, table));

    /// <summary>Whether the role's privileges are looked after.</summary>
    public bool ManagesRole(string role) => !Ignore.FitsRole(role) && (Manage.Roles.IsEmpty || Manage.FitsRole(role));
}
