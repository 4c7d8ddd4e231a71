using Hotline.Migrate.Schema;
using Hotline.Migrate.Snapshots;

namespace Hotline.Migrate.Generator.Tests.Driving;

/// <summary>A snapshot as the compiler gets it: the files that the tool writes.</summary>
internal static class SnapshotTexts
{
    public static IReadOnlyList<SqlText> Of(params SchemaObject[] objects) =>
        [.. SnapshotFiles.Write(DatabaseSchema.Of(objects)).Select(f => new SqlText("/code/App/migrations/snapshot/" + f.Key, f.Value, isOurs: false))];

    public static Table Table(QualifiedName name, params (string Name, string Type)[] columns) =>
        new() { Name = name, Columns = columns.Select(c => new Column { Name = c.Name, Type = c.Type }).ToEquatableArray() };
}
