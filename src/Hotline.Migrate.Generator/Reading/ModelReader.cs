using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>Reads a class marked with <c>[Table]</c>: the one place that says what a model means. Generator and analyzers both call it.</summary>
internal static class ModelReader
{
    /// <summary>The attribute that marks a model.</summary>
    public const string TableAttribute = "System.ComponentModel.DataAnnotations.Schema.TableAttribute";

    /// <summary>Reads <paramref name="model"/>, which carries <see cref="TableAttribute"/> itself.</summary>
    public static ModelReading Read(INamedTypeSymbol model, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _ = model;
        return new ModelReading(null, [], [], []);
    }
}
