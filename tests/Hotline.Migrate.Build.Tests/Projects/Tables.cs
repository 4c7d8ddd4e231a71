using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Build.Tests.Projects;

/// <summary>Models for tests.</summary>
internal static class Tables
{
    public static Table Users(params IEnumerable<string> textColumns) => new()
    {
        Name = QualifiedName.Of("users"),
        Columns =
        [
            new Column { Name = "id", Type = "bigint" },
            .. textColumns.Select(c => new Column { Name = c, Type = "text", Nullable = true }),
        ],
        PrimaryKey = new PrimaryKey { Name = "users_pkey", Columns = ["id"] },
    };

    public static Table Calls() => Users() with
    {
        Name = QualifiedName.Of("calls"),
        PrimaryKey = new PrimaryKey { Name = "calls_pkey", Columns = ["id"] },
    };
}
