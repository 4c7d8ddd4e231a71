using System.Text.RegularExpressions;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Core.Tests.Documentation;

/// <summary>The page <c>docs/detected.md</c> names what the code has, and nothing else.</summary>
public sealed partial class DetectedPageTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "detected.md"))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries)[1..^1]),
    ];

    [Fact]
    public void Every_kind_of_object_has_its_row()
    {
        var kinds = typeof(SchemaKinds).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

        Assert.Equal(kinds.Order(StringComparer.Ordinal), Rows.Where(r => r.Length == 3 && r[0].StartsWith('`')).Select(r => r[0].Trim('`')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_has_its_row()
    {
        var operations = typeof(Operation).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Operation)) && !t.IsAbstract).Select(t => t.Name);

        Assert.Equal(
            operations.Order(StringComparer.Ordinal),
            Rows.Where(r => r.Length == 4).SelectMany(r => Name().Matches(r[2]).Select(m => m.Groups[1].Value)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_finding_is_a_code_of_the_differ()
    {
        var codes = typeof(DiagnosticCodes).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToHashSet();
        var findings = Rows.Where(r => r.Length == 2).Select(r => Code().Match(r[0]).Groups[1].Value).Where(c => c.Length > 0).ToArray();

        Assert.NotEmpty(findings);
        Assert.All(findings, c => Assert.Contains(c, codes));
    }

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\[(HM\d{4})\]")]
    private static partial Regex Code();
}
