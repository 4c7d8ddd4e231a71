using System.Text.RegularExpressions;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Revisions;

namespace Hotline.Migrate.Core.Tests.Revisions;

/// <summary>
/// A case in one line: <c>{where it is} up|down|stamp selector: revisions run => {where it is then}</c>. <c>~</c> before the revisions leaves
/// the order of independent ones open, <c>(d1,d2)</c> are two selectors, <c>(HM0280)</c> at the end is a notice, and
/// <c>!! HM0270 text</c> in place of all after the selector is an error with that text in it.
/// </summary>
internal static partial class Scenario
{
    public static void Check(string graphText, string line)
    {
        var graph = GraphText.Graph(graphText);
        var match = Line().Match(line);
        Assert.True(match.Success, $"'{line}' is no scenario.");
        string Part(string name) => match.Groups[name].Value;
        string[] applied = [.. graph.WithPrerequisites(GraphText.Names(Part("state"))).Select(n => n.Id)];
        var selectors = GraphText.Names(Part("selector").Trim('(', ')'));

        if (Part("code") is { Length: > 0 } code)
        {
            ExpectError(() => Run(graph, applied, Part("operation"), selectors), code, Part("text"));
            return;
        }

        var (steps, after, notices) = Run(graph, applied, Part("operation"), selectors);
        Assert.Equal(Sorted(GraphText.Names(Part("rows"))), Sorted(after));
        Assert.Equal(GraphText.Names(Part("notice")), notices.Select(n => n.Code));
        if (Part("operation") != "stamp")
        {
            ExpectSteps(graph, Part("operation"), GraphText.Names(Part("steps")), Part("loose") == "~", steps);
        }
    }

    /// <summary>That the error has this code and the exit code that belongs to it, and names what it should.</summary>
    public static void ExpectError(Action action, string code, params IEnumerable<string> texts)
    {
        var error = Assert.Throws<DiagnosticException>(action);
        var diagnostic = error.Diagnostics[0];
        Assert.Equal(code, diagnostic.Code);
        Assert.Equal(
            code is DiagnosticCodes.SeveralHeads or DiagnosticCodes.AmbiguousWalk ? FailureKind.AmbiguousGraph : FailureKind.Usage, error.Kind);
        var all = string.Join('\n', [diagnostic.Summary, diagnostic.Why, .. diagnostic.NextActions]);
        Assert.All(texts, text => Assert.Contains(text, all, StringComparison.Ordinal));
    }

    private static (IReadOnlyList<string> Steps, IReadOnlyList<string> After, IReadOnlyList<Diagnostic> Notices) Run(
        RevisionGraph graph, string[] applied, string operation, string[] selectors)
    {
        if (operation == "stamp")
        {
            var stamp = graph.PlanStamp(applied, selectors);
            return ([], stamp.After, []);
        }

        var plan = operation == "up" ? graph.PlanUpgrade(applied, selectors) : graph.PlanDowngrade(applied, Assert.Single(selectors));
        return ([.. plan.Steps.Select(n => n.Id)], plan.After, plan.Notices);
    }

    private static void ExpectSteps(RevisionGraph graph, string operation, string[] expected, bool loose, IReadOnlyList<string> steps)
    {
        if (!loose)
        {
            Assert.Equal(expected, steps);
            return;
        }

        Assert.Equal(Sorted(expected), Sorted(steps));
        string[] upward = [.. operation == "up" ? steps : steps.Reverse()];
        for (var i = 0; i < upward.Length; i++)
        {
            var standsOn = graph.WithPrerequisites(upward[i]).Select(n => n.Id).Where(id => id != upward[i]);
            Assert.Empty(standsOn.Intersect(upward[i..]));
        }
    }

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^\{(?<state>[^}]*)\} (?<operation>up|down|stamp) (?<selector>\S+?)(( !! (?<code>HM\d{4})( (?<text>.*))?)|((: (?<loose>~)?(?<steps>.*?))? => \{(?<rows>[^}]*)\}( \((?<notice>HM\d{4})\))?))$")]
    private static partial Regex Line();
}
