using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Comparing;

/// <summary>Tells operations as differences: what is dropped and made anew is one difference, or none.</summary>
internal static class DifferenceFinder
{
    public static IEnumerable<SchemaDifference> Find(SchemaDiff diff, DatabaseSchema expected, DatabaseSchema found)
    {
        var gone = diff.Operations.Select(Definitions.Gone).OfType<Part>().ToLookup(p => p.Key);
        var come = diff.Operations.Select(Definitions.Come).OfType<Part>().ToLookup(p => p.Key);
        return diff.Operations
            .Where(o => o is not ChangePrivileges change || !IsOfMadeAnew(change))
            .Select(o => Of(o, gone, come))
            .OfType<SchemaDifference>()
            .Concat(diff.Findings.Where(HasNoOperation).Select(f => new SchemaDifference('~', f.Kind, f.Name, f.Member, Words(f), [])))
            .OrderBy(d => d.Kind, StringComparer.Ordinal)
            .ThenBy(d => d.Name);

        // What is made anew gets the default privileges, and its own again.
        bool IsOfMadeAnew(ChangePrivileges change) =>
            come.Any(part => part.Key.Table == OwnName(change.Either))
            && expected.Find<Privileges>(change.Either.Name) == found.Find<Privileges>(change.Either.Name);
    }

    private static QualifiedName OwnName(Privileges privileges) =>
        privileges.Arguments is { } types ? privileges.Target with { Name = $"{privileges.Target.Name}({types})" } : privileges.Target;

    private static SchemaDifference? Of(Operation operation, ILookup<PartKey, Part> gone, ILookup<PartKey, Part> come)
    {
        if (Definitions.Come(operation) is { } made && gone[made.Key].FirstOrDefault() is { } before)
        {
            return before.Definition == made.Definition
                ? null
                : Difference(operation, '~', [$"expected {before.Definition}", $"found    {made.Definition}"]);
        }

        return Definitions.Gone(operation) is { } dropped && come[dropped.Key].Any()
            ? null
            : Difference(operation, null, [.. Definitions.Details(operation)]);
    }

    private static SchemaDifference Difference(Operation operation, char? sign, EquatableArray<string> details)
    {
        var summary = OperationSummary.Of(operation);
        return new SchemaDifference(sign ?? summary.Sign, summary.Kind, summary.Name, summary.Member, summary.Words, details);
    }

    // What no statement changes in place is a difference all the same.
    private static bool HasNoOperation(DiffFinding finding) => finding.Diagnostic.Code == DiagnosticCodes.ChangeNotSupported;

    private static string Words(DiffFinding finding) => finding.Member is { } member
        ? $"{finding.Kind} {finding.Name}.{member}: {finding.Diagnostic.Summary}"
        : $"{finding.Kind} {finding.Name}: {finding.Diagnostic.Summary}";
}
