using System.Text;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Importing;

/// <summary>Makes a section of the SQL of another tool: BEGIN and COMMIT become steps, what cannot run in a transaction gets a step without one.</summary>
internal sealed class SectionConverter(string path, string text, int firstLine)
{
    private readonly List<(bool Bare, StringBuilder Text)> steps = [];
    private readonly List<SourceLocation> statements = [];
    private string kept = "";
    private bool inBlock;
    private bool boundary;
    private bool isChanged;

    /// <summary>Whether the other tool runs the text without a transaction.</summary>
    public bool NoTransaction { get; init; }

    /// <summary>Which statements are not taken over.</summary>
    public Func<string, bool> Drops { get; init; } = _ => false;

    /// <summary>The section.</summary>
    /// <exception cref="DiagnosticException">The text is not SQL (HM0211 to HM0213), or rolls back (HM0214).</exception>
    public ImportedSection Convert()
    {
        var splitter = new SqlSplitter(text, new SqlSource(path) { Line = firstLine });
        var end = 0;
        while (splitter.Read(out var part) == SqlReadResult.Part)
        {
            var sql = text.Substring(part.Start, part.Length);
            var where = new SourceLocation(path, part.Line, part.Column);
            var before = text[end..part.Start];
            end = part.End;
            Take(before, sql, text[part.Start..part.End], where);
        }

        return new ImportedSection(Write(text[end..]), [.. statements]);
    }

    private void Take(string before, string sql, string whole, SourceLocation where)
    {
        var behavior = TransactionRules.Of(sql);
        if (behavior == TransactionBehavior.Control || Drops(sql))
        {
            if (behavior == TransactionBehavior.Control)
            {
                Control(sql, where);
            }

            isChanged = true;
            kept += before.Trim().Length == 0 ? "" : before.TrimEnd() + "\n";
            return;
        }

        var bare = behavior == TransactionBehavior.OutsideOnly
            || (NoTransaction && !inBlock && behavior != TransactionBehavior.InsideOnly);
        if (steps.Count == 0 || boundary || steps[^1].Bare != bare)
        {
            steps.Add((bare, new StringBuilder()));
            boundary = false;
        }

        steps[^1].Text.Append(kept).Append(before).Append(whole);
        statements.Add(where);
        kept = "";
    }

    private void Control(string sql, SourceLocation where)
    {
        var words = new SqlWords(sql);
        var opens = words.Is("BEGIN") || words.Is("START");
        var closes = words.Is("COMMIT") || words.Is("END");
        words.Next();
        if (!(opens || closes) || words.Is("PREPARED"))
        {
            throw FileProblems.Of(
                DiagnosticCodes.TransactionControl,
                where,
                $"The file controls transactions in a way that a migration cannot: {sql.ReplaceLineEndings(" ")}",
                "Take the statement out of the file, and import it again.");
        }

        (inBlock, boundary) = (opens, boundary || closes);
    }

    private string Write(string rest)
    {
        if (steps.Count == 0)
        {
            return (isChanged ? kept + rest : text).Trim();
        }

        if (!isChanged && steps is [{ Bare: false }])
        {
            return Trim(text);
        }

        steps[^1].Text.Append(kept).Append(rest);
        var result = new StringBuilder();
        for (var i = 0; i < steps.Count; i++)
        {
            var (bare, sql) = steps[i];
            if (steps.Count > 1 && (i > 0 || bare))
            {
                result.Append(FormattableString.Invariant($"-- hm:step step_{i + 1}\n"));
            }

            result.Append(bare ? "-- hm:no-transaction\n" : "").Append(Trim(sql.ToString())).Append("\n\n");
        }

        return Trim(result.ToString());
    }

    private static string Trim(string text) => text.Trim('\n', '\r').TrimEnd();
}
