using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Core.Tests.Documentation;

/// <summary>The page <c>docs/diagnostics.md</c> as the codes' own documentation makes it.</summary>
internal static partial class DiagnosticsPage
{
    private static readonly (string Prefix, string Title, string Introduction)[] Areas =
    [
        ("HM00", "Models", "Reported by the compiler and the editor, on the member that is wrong."),
        ("HM01", "Build, diff and snapshot", "Reported by the build, `create` and `check`."),
        ("HM02", "Migration files and revision graph", "Reported wherever migrations are read."),
        ("HM03", "Usage, configuration and connection", "Nothing was changed; exit code 2."),
        ("HM04", "Runner", "Reported by the commands and applications that change a database."),
        ("HM05", "Verify, drift and taking over", "Reported by `verify`, `drift`, `baseline` and `adopt`."),
        ("HM1", "Safety: data loss", "Said in the migration file, by the build, and before a migration runs."),
    ];

    /// <summary>The whole page.</summary>
    public static string Text()
    {
        var codes = Codes();
        var page = new StringBuilder("""
            # Diagnostics

            Every message of the product has a code. The message itself says what is wrong, where (`file:line:column`), and what to do next; this
            page lists what the codes mean. Exit codes are in [Commands](commands.md#exit-codes).

            Codes of the compiler and of the build can be set in `.editorconfig` (`dotnet_diagnostic.HM0031.severity = none`) or by `NoWarn` and
            `WarningsAsErrors`.

            """);
        foreach (var (prefix, title, introduction) in Areas)
        {
            var rows = codes.Where(c => c.Code.StartsWith(prefix, StringComparison.Ordinal)).ToArray();
            if (rows.Length == 0)
            {
                continue;
            }

            page.Append("\n## ").Append(title).Append("\n\n").Append(introduction).Append("\n\n| code | what it means |\n|---|---|\n");
            foreach (var (code, meaning) in rows)
            {
                page.Append("| <a id=\"").Append(code.ToLowerInvariant()).Append("\"></a>").Append(code).Append(" | ").Append(meaning).Append(" |\n");
            }
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Every code with its meaning, sorted.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> Codes()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(typeof(DiagnosticCodes).Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(m => (string)m.Attribute("name")!, m => m.Element("summary"));
        return
        [
            .. typeof(DiagnosticCodes).GetFields()
                .Select(f => (Code: (string)f.GetRawConstantValue()!, Meaning: Markdown(documentation[$"F:{typeof(DiagnosticCodes).FullName}.{f.Name}"])))
                .OrderBy(c => c.Code, StringComparer.Ordinal),
        ];
    }

    private static string Markdown(XElement? summary)
    {
        Assert.NotNull(summary);
        var text = string.Concat(summary.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" } see => $"`{((string)see.Attribute("cref")!).Split('.')[^1]}`",
            _ => node.ToString(),
        }));
        return Space().Replace(System.Net.WebUtility.HtmlDecode(text), " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
