extern alias generator;

namespace Hotline.Migrate.Generator.Tests;

public sealed class GeneratorAssembly
{
    /// <summary>What the compiler of the first SDK 10 brings along; anything newer or else would have to be shipped.</summary>
    private static readonly Dictionary<string, Version> Host = new(StringComparer.Ordinal)
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(5, 0, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(5, 0, 0, 0),
        ["System.Collections.Immutable"] = new(9, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 2, 0),
        ["System.Reflection.Metadata"] = new(9, 0, 0, 0),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 1, 0),
    };

    [Fact]
    public void It_needs_nothing_but_what_the_compiler_supplies()
    {
        var references = typeof(generator::Hotline.Migrate.Generator.SchemaGenerator).Assembly.GetReferencedAssemblies();
        Assert.NotEmpty(references);
        Assert.All(references, reference =>
        {
            Assert.True(Host.TryGetValue(reference.Name!, out var supplied), $"The compiler does not supply {reference.Name}.");
            Assert.True(reference.Version <= supplied, $"The compiler supplies {reference.Name} {supplied}, not {reference.Version}.");
        });
    }

    [Fact]
    public void Only_the_generator_and_the_analyzers_are_public_beside_the_shared_schema() =>
        Assert.All(
            typeof(generator::Hotline.Migrate.Generator.SchemaGenerator).Assembly.GetExportedTypes()
                .Where(t => t.Namespace!.StartsWith("Hotline.Migrate.Generator", StringComparison.Ordinal)),
            type => Assert.True(
                typeof(Microsoft.CodeAnalysis.IIncrementalGenerator).IsAssignableFrom(type)
                || typeof(Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer).IsAssignableFrom(type)
                || typeof(Microsoft.CodeAnalysis.Diagnostics.DiagnosticSuppressor).IsAssignableFrom(type),
                type.FullName));
}
