namespace Hotline.Migrate.Running;

/// <summary>Finds the C# data migrations that files name.</summary>
public interface IDataMigrationResolver
{
    /// <summary>A new instance of the data migration, or <c>null</c> when there is no such type.</summary>
    /// <param name="typeName">The name after <c>-- hm:code</c>: a type with its namespace.</param>
    IDataMigration? Resolve(string typeName);
}
