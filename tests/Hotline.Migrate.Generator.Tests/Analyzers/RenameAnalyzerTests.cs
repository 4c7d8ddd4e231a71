extern alias generator;

using generator::Hotline.Migrate.Generator.Analyzers;
using Hotline.Migrate.Generator.Tests.Driving;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Tests.Analyzers;

public sealed class RenameAnalyzerTests
{
    private const string Odd = "a\"b\\c\n\u00e9\U0001f600, \"type\": \"x\"";

    private static readonly Table Users = SnapshotTexts.Table(QualifiedName.Of("users"), ("id", "integer"), ("mail", "text"), ("age", "integer"));
    private static readonly EnumType States = new() { Name = QualifiedName.Of("states"), Labels = ["open", "done", "in work"] };

    [Fact]
    public async Task A_new_column_of_the_type_of_one_that_is_gone_is_asked_for()
    {
        Assert.Equal(
            ["'Email': The column 'users.mail' is gone and 'users.email' is new: was it renamed? Then say [RenamedFrom(\"mail\")], or it will be dropped with its data."],
            await AskAsync("""[Table("users")] public class User { public int Id { get; set; } public string Email { get; set; } = ""; public int Age { get; set; } }""", Users));
    }

    [Theory]
    [InlineData("""public DateOnly Born { get; set; } public int Age { get; set; }""", "another type and another name")]
    [InlineData("""public string Mail { get; set; } = ""; public string Email { get; set; } = ""; public int Age { get; set; }""", "nothing is gone")]
    [InlineData("""[RenamedFrom("mail")] public string Email { get; set; } = ""; public int Age { get; set; }""", "it is said")]
    [InlineData("""[RenamedFrom("mail")] public string Email { get; set; } = ""; public string Name { get; set; } = ""; public int Age { get; set; }""", "it is said of another one")]
    [InlineData("""[Backfill("upper(mail)")] public string Email { get; set; } = ""; public int Age { get; set; }""", "it is made of it")]
    [InlineData("""[Generated("age + 1")] public int Next { get; set; } public string Mail { get; set; } = "";""", "it is computed")]
    [InlineData("""public TimeZoneInfo? Zone { get; set; } public string Email { get; set; } = "";""", "a property cannot be read")]
    public async Task Nothing_is_asked_when(string properties, string reason)
    {
        var asked = await AskAsync($$"""[Table("users")] public class User { [Key] public int Id { get; set; } {{properties}} }""", Users);

        Assert.True(asked.Count == 0, $"{reason}: {string.Join('\n', asked)}");
    }

    [Fact]
    public async Task A_similar_name_is_asked_for_whatever_its_type_and_the_same_type_comes_first()
    {
        var asked = Assert.Single(await AskAsync(
            """[Table("users")] public class User { [Key] public int Id { get; set; } public long AgeYears { get; set; } }""",
            SnapshotTexts.Table(QualifiedName.Of("users"), ("id", "integer"), ("age_year", "integer"), ("years", "text"), ("count", "bigint"))));

        Assert.StartsWith("'AgeYears': The column 'users.count' or 'users.age_year' or 'users.years' is gone", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_table_with_half_of_the_columns_of_one_that_is_gone_is_asked_for()
    {
        var asked = await AskAsync(
            """[Table("members", Schema = "crm")] public class Member { [Key] public int Id { get; set; } public string Mail { get; set; } = ""; public long Size { get; set; } }""",
            Users, SnapshotTexts.Table(QualifiedName.Of("other"), ("key", "uuid")));

        Assert.StartsWith("'Member': The table 'users' is gone and 'crm.members' is new", Assert.Single(asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_another_model_has_or_was_is_not_gone()
    {
        Assert.Empty(await AskAsync("""
            [Table("users")] public class User { [Key] public int Id { get; set; } public string Mail { get; set; } = ""; public int Age { get; set; } }
            [Table("people"), RenamedFrom("persons")] public class Person { [Key] public int Id { get; set; } public string Mail { get; set; } = ""; public int Age { get; set; } }
            [Table("members")] public class Member { [Key] public int Id { get; set; } public string Mail { get; set; } = ""; public int Age { get; set; } }
            """,
            Users, Users with { Name = QualifiedName.Of("persons") }));
    }

    [Fact]
    public async Task A_table_of_a_referenced_project_is_not_gone()
    {
        var module = GeneratorRun.Of(ModelCompilation.Create(
            "Module",
            ["""[Table("users")] public class User { [Key] public int Id { get; set; } public string Mail { get; set; } = ""; public int Age { get; set; } }"""],
            []));
        var reference = ModelCompilation.Create("Module", [.. module.Files.Values], []).ToReference();
        var compilation = AnalyzerRun.Compile(
            """[Table("members")] public class Member { [Key] public int Id { get; set; } public string Mail { get; set; } = ""; public int Age { get; set; } }""");

        Assert.Single(await DiagnosticsAsync(compilation, true, Users));
        Assert.Empty(await DiagnosticsAsync(compilation.AddReferences(reference), true, Users));
    }

    [Fact]
    public async Task A_project_that_does_not_own_the_migrations_is_asked_for_columns_and_not_for_tables()
    {
        var compilation = AnalyzerRun.Compile("""
            [Table("users")] public class User { [Key] public int Id { get; set; } public string Email { get; set; } = ""; public int Age { get; set; } }
            [Table("members")] public class Member { [Key] public int Id { get; set; } public string Mail { get; set; } = ""; public int Age { get; set; } }
            """);

        var diagnostic = Assert.Single(await DiagnosticsAsync(compilation, false, Users, Users with { Name = QualifiedName.Of("people") }));
        Assert.Contains("users.mail", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enums_and_labels_are_asked_for()
    {
        Assert.Equal(
            ["'Waiting': The label 'states.in work' is gone and 'states.waiting' is new"],
            Starts(await AskAsync("""[PostgresEnum("states")] public enum State { Open, Waiting, Done }""", States)));
        Assert.Equal(
            ["'Phase': The enum 'states' is gone and 'phase' is new"],
            Starts(await AskAsync("""[PostgresEnum] public enum Phase { Open, Done }""", States)));
        Assert.Empty(await AskAsync("""[PostgresEnum, RenamedFrom("states")] public enum Phase { Open, Done, [RenamedFrom("in work")] Waiting }""", States));
    }

    [Fact]
    public async Task A_name_of_any_character_is_read()
    {
        var asked = Assert.Single(await AskAsync(
            """[Table("users")] public class User { [Key] public int Id { get; set; } public string Email { get; set; } = ""; }""",
            SnapshotTexts.Table(QualifiedName.Of("users"), ("id", "integer"), (Odd, "text"))));

        Assert.Contains($"'users.{Odd}' is gone", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("<<<<<<< HEAD")]
    [InlineData("{\n  \"kind\": \"table\",\n  \"name\": \"users\"\n}\n")]
    [InlineData("{\n  \"kind\": \"table\",\n  \"schema\": \"public\",\n  \"name\": \"users\",\n  \"columns\": [\n    {\"name\": \"mail\n")]
    public async Task A_file_that_cannot_be_read_is_skipped(string text)
    {
        var compilation = AnalyzerRun.Compile("""[Table("users")] public class User { [Key] public int Id { get; set; } public string Email { get; set; } = ""; }""");

        Assert.Empty(await AnalyzerRun.DiagnosticsAsync(compilation, new RenameAnalyzer(), files: new SqlText("/code/App/migrations/snapshot/table/public.users.json", text)));
    }

    private static IEnumerable<string> Starts(IEnumerable<string> asked) => asked.Select(a => a[..a.IndexOf(": was", StringComparison.Ordinal)]);

    private static async Task<IReadOnlyList<string>> AskAsync(string models, params SchemaObject[] snapshot)
    {
        var diagnostics = await DiagnosticsAsync(AnalyzerRun.Compile(models), true, snapshot);
        Assert.All(diagnostics, d => Assert.Equal(("HM0034", DiagnosticSeverity.Info), (d.Id, d.Severity)));
        return [.. diagnostics.Select(d => $"'{d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)}': {d.GetMessage(null)}")];
    }

    private static Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Compilation compilation, bool owner, params SchemaObject[] snapshot) =>
        AnalyzerRun.DiagnosticsAsync(compilation, new RenameAnalyzer(), owner: owner, files: SnapshotTexts.Of(snapshot));
}
