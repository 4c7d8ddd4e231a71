using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Migrations;

/// <summary>A <c>-- hm:name argument</c> line.</summary>
/// <param name="Name">One of <see cref="Directives"/>.</param>
/// <param name="Argument">What stands behind the name; empty where nothing does.</param>
/// <param name="Where">The line.</param>
internal sealed record Directive(string Name, string Argument, SourceLocation Where)
{
    /// <summary>Reads the comment that holds it.</summary>
    /// <exception cref="DiagnosticException">HM0207, or HM0209 for an argument too many or too few.</exception>
    public static Directive Parse(ReadOnlySpan<char> comment, SourceLocation where)
    {
        var name = DirectiveName.Of(comment).ToString();
        if (!Directives.All.Contains(name))
        {
            throw FileProblems.UnknownName(
                DiagnosticCodes.DirectiveUnknown, where, "directive", "hm:" + name, [.. Directives.All.Select(d => "hm:" + d)]);
        }

        var directive = new Directive(name, DirectiveName.Argument(comment).ToString(), where);
        var takesArgument = name is Directives.Code or Directives.Step or Directives.Batch or Directives.Ignore;
        return (takesArgument, directive.Argument.Length) switch
        {
            (true, 0) => throw directive.Wrong($"hm:{name} needs an argument.", directive.Form),
            (false, > 0) => throw directive.Wrong($"hm:{name} takes no argument.", directive.Form),
            _ => directive,
        };
    }

    /// <summary>A refusal of the argument.</summary>
    public DiagnosticException Wrong(string summary, string? nextAction = null) =>
        FileProblems.Of(DiagnosticCodes.DirectiveArgumentInvalid, Where, summary, nextAction ?? Form);

    /// <summary>A refusal of the place.</summary>
    public DiagnosticException Misplaced(string summary, string nextAction) =>
        FileProblems.Of(DiagnosticCodes.DirectiveMisplaced, Where, summary, nextAction);

    private string Form => Name switch
    {
        Directives.Code => "Write '-- hm:code Namespace.Type'.",
        Directives.Step => "Write '-- hm:step name'.",
        Directives.Batch => "Write '-- hm:batch key=id size=5000 sleep=100ms max-lag=10s' (all but the key may be left out).",
        Directives.Ignore => "Write '-- hm:ignore HM1002, HM5002 reason: why it is safe here until: 2027-01-31' (reason and until may be left out).",
        _ => $"Write '-- hm:{Name}'.",
    };
}
