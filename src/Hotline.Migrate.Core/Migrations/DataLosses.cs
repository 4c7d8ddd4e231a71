namespace Hotline.Migrate.Migrations;

/// <summary>Finds in a section what destroys data, whoever wrote it.</summary>
/// <remarks>
/// Counted are statements that drop or empty what holds rows: tables, columns, schemas, databases, whatever CASCADE takes along; and
/// the <c>-- data loss:</c> comments that generated migrations carry. A DELETE with a condition is a decision about single rows.
/// What a table loses that came with the same run was never anybody's data, and a statement under <c>-- hm:ignore</c> with the rule's
/// code and a reason is one that its author answers for.
/// </remarks>
public static class DataLosses
{
    private const string Mark = "data loss:";

    /// <summary>What the section destroys, in its order; empty when it keeps all data.</summary>
    public static IReadOnlyList<DataLossNote> Of(MigrationSection section) => Of([section]);

    /// <summary>What sections that run one after the other destroy.</summary>
    public static IReadOnlyList<DataLossNote> Of(IEnumerable<MigrationSection> sections)
    {
        var created = new HashSet<string>(StringComparer.Ordinal);
        var places = new DataPlaces();
        return [.. sections.SelectMany(section => Of(section, created, places))];
    }

    private static IEnumerable<DataLossNote> Of(MigrationSection section, HashSet<string> created, DataPlaces places)
    {
        List<DataLossNote> notes = [];
        var drops = false;
        foreach (var command in section.Steps.SelectMany(step => step.Commands))
        {
            if (SqlOf(command) is not { } sql)
            {
                places.Pass(sql: null, loss: null);
                continue;
            }

            var lost = LossStatement.Find(sql);
            if (LossStatement.CreatedTable(sql) is { } table)
            {
                created.Add(table);
            }
            else if (lost is { } loss)
            {
                drops = true;
                if (!IsAnsweredFor(command, loss) && !(loss.Tables.Count > 0 && loss.Tables.All(created.Contains)))
                {
                    notes.Add(new DataLossNote(loss.Text, command.Where) { From = places.AreKnown(loss.From) ? [.. loss.From] : [] });
                }
            }

            places.Pass(sql, lost);
        }

        // What a comment tells of (a narrowed type, say) may be no drop at all; where there are both, the statements are what is named.
        return drops || !section.HoldsText || !section.Text.Contains(Mark, StringComparison.OrdinalIgnoreCase) ? notes : Marked(section);
    }

    private static bool IsAnsweredFor(MigrationCommand command, LossStatement loss) =>
        command.Ignored.Any(rule => !string.IsNullOrWhiteSpace(rule.Reason) && rule.Codes.Contains(loss.Code));

    private static IEnumerable<DataLossNote> Marked(MigrationSection section) =>
        section.Text.ReplaceLineEndings("\n").Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("--", StringComparison.Ordinal))
            .Select(line => line.TrimStart('-', ' '))
            .Where(line => line.StartsWith(Mark, StringComparison.OrdinalIgnoreCase))
            .Select(line => new DataLossNote(line[Mark.Length..].Trim(), Where: null));

    private static string? SqlOf(MigrationCommand command) => command switch
    {
        SqlCommand sql => sql.Sql,
        BatchCommand batch => batch.Sql,
        _ => null,
    };
}
