using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Hotline.Migrate.Running;

/// <summary>C# data migrations: registered one by one, or looked up in assemblies.</summary>
public sealed class DataMigrations : IDataMigrationResolver
{
    private readonly Dictionary<string, Func<IDataMigration>> registered = new(StringComparer.Ordinal);
    private readonly List<Func<string, IDataMigration?>> lookups = [];

    /// <summary>Registers <typeparamref name="T"/> under its full name; needs no reflection.</summary>
    public DataMigrations Add<T>()
        where T : IDataMigration, new() => Add(typeof(T).FullName!, () => new T());

    /// <summary>Registers a data migration under a name.</summary>
    public DataMigrations Add(string typeName, Func<IDataMigration> create)
    {
        registered[typeName] = create;
        return this;
    }

    /// <summary>Looks types up in <paramref name="assembly"/>, creating them with <paramref name="services"/> where given.</summary>
    /// <remarks>Without services a type needs a constructor without parameters.</remarks>
    [RequiresUnreferencedCode("Types are found by name.")]
    public DataMigrations AddAssembly(Assembly assembly, IServiceProvider? services = null)
    {
        lookups.Add(name => Create(assembly, name, services));
        return this;
    }

    /// <inheritdoc/>
    public IDataMigration? Resolve(string typeName) =>
        registered.TryGetValue(typeName, out var create)
            ? create()
            : lookups.Select(lookup => lookup(typeName)).FirstOrDefault(found => found is not null);

    [RequiresUnreferencedCode("Types are found by name.")]
    private static IDataMigration? Create(Assembly assembly, string name, IServiceProvider? services)
    {
        if (assembly.GetType(name) is not { IsAbstract: false } type || !typeof(IDataMigration).IsAssignableFrom(type))
        {
            return null;
        }

        return services?.GetService(type) as IDataMigration ?? (IDataMigration?)Activator.CreateInstance(type);
    }
}
