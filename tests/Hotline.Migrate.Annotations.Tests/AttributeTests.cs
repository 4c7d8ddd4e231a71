using System.Diagnostics;
using System.Reflection;

namespace Hotline.Migrate.Annotations.Tests;

public sealed class AttributeTests
{
    private static readonly IReadOnlyList<Type> Types =
    [
        .. typeof(IndexAttribute).Assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal),
    ];

    private static IEnumerable<Type> Attributes => Types.Where(t => t.IsSubclassOf(typeof(Attribute)));

    [Fact]
    public void Every_type_is_a_sealed_attribute_or_an_enum() =>
        Assert.All(Types, t => Assert.True(t.IsEnum || (t.IsSubclassOf(typeof(Attribute)) && t.IsSealed), t.FullName));

    [Fact]
    public void Every_attribute_says_where_it_may_stand() =>
        Assert.All(Attributes, t => Assert.NotNull(t.GetCustomAttribute<AttributeUsageAttribute>(inherit: false)));

    // Models of one project derive from base classes and refer to models of another, of which only the metadata is seen.
    [Fact]
    public void No_attribute_is_conditional_as_other_projects_must_see_it() =>
        Assert.All(Attributes, t => Assert.Empty(t.GetCustomAttributes<ConditionalAttribute>(inherit: false)));

    [Fact]
    public void The_assembly_depends_on_nothing() =>
        Assert.Equal(["netstandard"], typeof(IndexAttribute).Assembly.GetReferencedAssemblies().Select(a => a.Name));

    [Fact]
    public void The_public_surface_is_what_it_was() => Snapshot.Match(string.Join("\n", Types.SelectMany(Describe)));

    private static IEnumerable<string> Describe(Type type)
    {
        yield return type.FullName!;
        if (type.IsEnum)
        {
            foreach (var name in Enum.GetNames(type))
            {
                yield return $"    {name} = {(int)Enum.Parse(type, name)}";
            }

            yield break;
        }

        var usage = type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false)!;
        yield return $"    on {usage.ValidOn}{(usage.AllowMultiple ? ", several" : "")}";
        foreach (var constructor in type.GetConstructors())
        {
            yield return $"    ({string.Join(", ", constructor.GetParameters().Select(p => $"{p.ParameterType} {p.Name}"))})";
        }

        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            yield return $"    {property.PropertyType} {property.Name}{(property.CanWrite ? "" : " (read)")}";
        }
    }
}
