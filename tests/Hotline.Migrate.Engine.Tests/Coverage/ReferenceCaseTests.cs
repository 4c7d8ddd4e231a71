using System.Globalization;
using System.Reflection;

namespace Hotline.Migrate.Engine.Tests.Coverage;

/// <summary>Nobody takes a reference case away without being told.</summary>
public sealed class ReferenceCaseTests
{
    private static readonly ILookup<string, Type> Classes = typeof(ReferenceCaseTests).Assembly.GetTypes().ToLookup(t => t.Name);

    [Fact]
    public void Every_scenario_has_a_test() => Assert.Equal(Enumerable.Range(1, ScenarioCases.Count), ScenarioCases.All.Keys.Order());

    [Fact]
    public void Every_named_proof_is_there()
    {
        var proofs = ScenarioCases.All.Select(s => (Case: s.Key.ToString(CultureInfo.InvariantCulture), Proofs: s.Value))
            .Concat(ScenarioCases.Bonus.Select(b => (Case: b.Key, Proofs: b.Value)))
            .Concat(AutogenerateCases.All.Select(a => (Case: a.Key, Proofs: a.Value)))
            .ToArray();

        Assert.All(proofs, p => Assert.NotEmpty(p.Proofs));
        Assert.Empty(proofs.SelectMany(p => p.Proofs.Where(proof => !IsThere(proof)).Select(proof => $"{p.Case} -> {proof}")));
    }

    [Fact]
    public void A_proof_that_is_not_there_is_noticed()
    {
        Assert.False(IsThere("ColumnChangeTests: 1 no such case"));
        Assert.False(IsThere("NoSuchTests: *"));
        Assert.False(IsThere("Core.Tests/Diffing/RenameTests: No_such_method"));
    }

    private static bool IsThere(string proof)
    {
        var (owner, name) = (proof.Split(": ", 2)[0], proof.Split(": ", 2)[1]);
        var names = owner.Contains('/', StringComparison.Ordinal) ? InSource(owner) : Classes[owner].SelectMany(InClass);
        return name.EndsWith('*')
            ? names.Any(n => n.StartsWith(name[..^1], StringComparison.Ordinal))
            : names.Contains(name, StringComparer.Ordinal);
    }

    private static IEnumerable<string> InClass(Type type)
    {
        var cases = type.GetProperty("Names", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as TheoryData<string>;
        return (cases?.Select(c => c.Data) ?? []).Concat(type.GetMethods().Where(m => m.GetCustomAttribute<FactAttribute>() is not null).Select(m => m.Name));
    }

    private static IEnumerable<string> InSource(string file)
    {
        var path = Path.Combine(RepositoryRoot.Path, "tests", $"Hotline.Migrate.{file}.cs");
        return File.Exists(path)
            ? File.ReadLines(path).Select(l => l.Trim().Split('(')[0]).Where(l => l.StartsWith("public ", StringComparison.Ordinal)).Select(l => l.Split(' ')[^1])
            : [];
    }
}
