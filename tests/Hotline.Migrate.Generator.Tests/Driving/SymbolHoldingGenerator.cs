using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Tests.Driving;

/// <summary>A generator as it must not be: its model carries a symbol. The tests of ours must see that.</summary>
internal sealed class SymbolHoldingGenerator : IIncrementalGenerator
{
    public const string Step = "BadModels";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "System.ComponentModel.DataAnnotations.Schema.TableAttribute",
                static (_, _) => true,
                static (match, _) => new Model(match.TargetSymbol))
            .WithTrackingName(Step);
        context.RegisterSourceOutput(models, static (output, model) => output.AddSource(model.Symbol.Name, "// " + model.Symbol.Name));
    }

    private sealed record Model(ISymbol Symbol);
}
