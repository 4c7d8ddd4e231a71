extern alias generator;

using generator::Hotline.Migrate.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hotline.Migrate.Generator.Tests.Driving;

/// <summary>What is wrong with models, as the reader that the analyzers share tells it.</summary>
internal static class ModelProblems
{
    /// <summary>A line <c>code: message</c> for each problem of each model of the sources.</summary>
    public static string Of(params IReadOnlyList<string> sources) => Of(ModelCompilation.Of(sources));

    /// <summary>A line <c>code: message</c> for each problem of each model of the compilation.</summary>
    public static string Of(CSharpCompilation compilation) => string.Join(
        "\n",
        Types(compilation.Assembly.GlobalNamespace)
            .Where(Navigation.IsModel)
            .SelectMany(t => ModelReader.Read(t, TestContext.Current.CancellationToken).Problems)
            .Select(p => $"{p.Code}: {p.Message}"));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(m => m is INamedTypeSymbol type ? [type, .. Types(type)] : Types(m));
}
