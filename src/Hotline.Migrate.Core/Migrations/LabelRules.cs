using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Migrations;

/// <summary>Finds labels of enums that are used in the transaction that adds them (SQLSTATE 55P04).</summary>
internal static class LabelRules
{
    /// <summary>The first use of each label that the step adds too late: HM0223.</summary>
    public static IEnumerable<Diagnostic> Check(MigrationStep step)
    {
        if (step.NoTransaction)
        {
            return [];
        }

        List<Diagnostic> problems = [];
        List<string> created = [];
        List<AddedLabel> added = [];
        foreach (var command in step.Commands)
        {
            if (command is not SqlCommand { Sql: var sql })
            {
                continue;
            }

            foreach (var label in added.ToArray())
            {
                if (label.IsUsedIn(sql, out var isSurely))
                {
                    problems.Add(Problem(label, command, sql, isSurely));
                    added.Remove(label);
                }
            }

            if (AddedLabel.CreatedEnum(sql) is { } type)
            {
                created.Add(type);
            }
            else if (AddedLabel.Of(sql) is { } label)
            {
                added.Add(label with { IsOfNewEnum = created.Any(label.IsOf) });
            }
        }

        return problems;
    }

    private static Diagnostic Problem(AddedLabel label, MigrationCommand command, string sql, bool isSurely) => new()
    {
        Code = DiagnosticCodes.LabelNotCommitted,
        Severity = isSurely && !label.IsOfNewEnum ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        Summary = $"'{label.Label}' is used in the transaction that adds it to the enum {label.Type}: {MigrationRules.Shown(sql)}",
        Why = string.Join(' ', Reasons(label, isSurely)),
        Where = command.Where,
        NextActions =
        [
            "Put '-- hm:step NAME' between the two statements: a step is committed before the next one begins.",
            .. label.IsOfNewEnum ? (string[])["Or make the enum with all its labels at once."] : [],
        ],
    };

    private static IEnumerable<string> Reasons(AddedLabel label, bool isSurely)
    {
        yield return "PostgreSQL refuses a new label until the transaction that added it is committed (55P04).";
        if (label.IsOfNewEnum)
        {
            yield return "From PostgreSQL 17 on it takes one of an enum that the same transaction makes.";
        }

        if (!isSurely)
        {
            yield return "A string that is no label of this enum may stay.";
        }
    }
}
