extern alias generator;

using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hotline.Migrate.Generator.Tests.Driving;

/// <summary>What the second of two runs of one driver did again.</summary>
internal sealed class StepRun
{
    private readonly GeneratorRunResult result;

    private StepRun(GeneratorRunResult result) => this.result = result;

    /// <summary>The names of all tracked steps.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(generator::Hotline.Migrate.Generator.StepNames)
            .GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(f => (string)f.GetRawConstantValue()!),
    ];

    /// <summary>Every value that a tracked step of ours has.</summary>
    public IEnumerable<object> Values => Named(result).SelectMany(s => s.Outputs).Select(o => o.Value);

    /// <summary>Runs over <paramref name="before"/>, then over <paramref name="after"/>.</summary>
    public static StepRun Of(CSharpCompilation before, CSharpCompilation after, IIncrementalGenerator? generator = null)
    {
        var driver = GeneratorRun.CreateDriver(before, generator: generator, sqlFiles: [new SqlText("/code/App/schema/v.sql", "CREATE VIEW v AS SELECT 1")]).RunGenerators(before, TestContext.Current.CancellationToken);
        driver = driver.RunGenerators(after, TestContext.Current.CancellationToken);
        return new StepRun(driver.GetRunResult().Results.Single());
    }

    /// <summary>The reasons of a step, sorted, each once.</summary>
    public string ReasonsOf(string step) => Reasons(result.TrackedSteps[step]);

    /// <summary>The reasons of the generated files: <c>name: reason</c>.</summary>
    public string ReasonsOfOutputs() => Reasons(result.TrackedOutputSteps.SelectMany(s => s.Value));

    /// <summary>The number of outputs that ran for a reason.</summary>
    public int CountOfOutputs(IncrementalStepRunReason reason) =>
        result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Count(o => o.Reason == reason);

    private static string Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        string.Join(", ", steps.SelectMany(s => s.Outputs).Select(o => o.Reason.ToString()).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<IncrementalGeneratorRunStep> Named(GeneratorRunResult result) => result.TrackedSteps
        .Where(s => Names.Contains(s.Key) || s.Key.StartsWith("Bad", StringComparison.Ordinal))
        .SelectMany(s => s.Value);
}
