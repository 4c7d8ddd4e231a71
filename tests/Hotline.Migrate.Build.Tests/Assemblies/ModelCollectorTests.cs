using Hotline.Migrate.Build.Assemblies;
using Hotline.Migrate.Build.Tests.Projects;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Build.Tests.Assemblies;

public sealed class ModelCollectorTests : IDisposable
{
    private static readonly EnumType Mood = new() { Name = QualifiedName.Of("mood"), Labels = ["good", "bad"] };
    private readonly TestDirectory folder = new("collector");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Modules_are_put_together_in_any_order()
    {
        var users = new TestAssembly("Users").Describe(Tables.Users(), "Users.User").Manifest();
        var calls = new TestAssembly("Calls").Describe(Tables.Calls(), "Calls.Call").Manifest();

        var (model, diagnostics) = Collect(users, calls);

        Assert.Empty(diagnostics);
        Assert.Equal(["calls", "users"], model.Schema.Objects.Select(o => o.Name.Name));
        Assert.Equal("Users.User", model.OriginOf("table", QualifiedName.Of("users"))!.Type);
    }

    [Fact]
    public void What_two_modules_describe_alike_is_there_once()
    {
        var (model, diagnostics) = Collect(
            new TestAssembly("Users").Describe(Mood).Manifest(), new TestAssembly("Calls").Describe(Mood).Manifest());

        Assert.Empty(diagnostics);
        Assert.Equal([Mood], model.Schema.Objects);
    }

    [Fact]
    public void An_extension_that_one_module_says_more_of_is_taken_from_there()
    {
        var bare = new Extension { Name = QualifiedName.Of("citext") };
        var full = bare with { InstallSchema = "extensions" };

        foreach (var (first, second) in new[] { (bare, full), (full, bare) })
        {
            var (model, diagnostics) = Collect(
                new TestAssembly("Users").Describe(first).Manifest(), new TestAssembly("Calls").Describe(second).Manifest());
            Assert.Empty(diagnostics);
            Assert.Equal([full], model.Schema.Objects.OfType<Extension>());
        }
    }

    [Fact]
    public void Two_descriptions_that_differ_are_refused()
    {
        var (_, diagnostics) = Collect(
            new TestAssembly("Users").Describe(Mood, "Users.Mood").Manifest(),
            new TestAssembly("Calls").Describe(Mood with { Labels = ["good"] }, "Calls.Mood").Manifest());

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(DiagnosticCodes.ObjectDescribedTwice, diagnostic.Code);
        Assert.Equal("The enum mood is described twice, each time differently: by Users.Mood (Users) and by Calls.Mood (Calls).", diagnostic.Summary);
    }

    [Fact]
    public void Schema_files_of_modules_are_a_part_of_the_model()
    {
        var (model, diagnostics) = Collect(
            new TestAssembly("Users").Describe(Tables.Users(), "Users.User").Manifest(),
            new TestAssembly("Calls").SchemaFile("schema/v.sql", "\nCREATE VIEW v AS SELECT 1;\nCOMMENT ON TABLE users IS 'u';\n").Manifest());

        Assert.Empty(diagnostics);
        Assert.Equal(["users", "v"], model.Schema.Objects.Select(o => o.Name.Name));
        Assert.Equal("u", model.Schema.Tables.Single().Comment);
        Assert.Equal("schema/v.sql (Calls):2:1", model.OriginOf("view", QualifiedName.Of("v"))!.File!.ToString());
        Assert.Equal("Users.User", model.OriginOf("table", QualifiedName.Of("users"))!.Type);
    }

    [Fact]
    public void A_file_and_a_class_that_describe_the_same_are_both_named() => Assert.Equal(
        "The enum mood is described twice: by Users.Mood (Users) and by schema/mood.sql (Users):1:1.",
        Assert.Single(Collect(new TestAssembly("Users").Describe(Mood, "Users.Mood").SchemaFile("schema/mood.sql", "CREATE TYPE mood AS ENUM ('good');").Manifest())
            .Diagnostics).Summary);

    [Fact]
    public void A_schema_file_that_the_manifest_does_not_know_is_refused() => Assert.Equal(
        [DiagnosticCodes.DescriptorsIncomplete], Codes(new TestAssembly("Users").SchemaFile("schema/v.sql", "").Manifest(count: 0)));

    [Fact]
    public void A_module_whose_generator_did_not_run_is_refused() =>
        Assert.Equal([DiagnosticCodes.GeneratorDidNotRun], Codes(new TestAssembly("Users").SwitchedOn()));

    [Fact]
    public void Descriptors_without_a_manifest_are_refused() =>
        Assert.Equal([DiagnosticCodes.GeneratorDidNotRun], Codes(new TestAssembly("Users").Describe(Mood)));

    [Fact]
    public void Another_number_of_descriptors_than_the_manifest_names_is_refused() =>
        Assert.Equal([DiagnosticCodes.DescriptorsIncomplete], Codes(new TestAssembly("Users").Describe(Mood).Manifest(count: 2)));

    [Fact]
    public void Other_descriptors_than_the_manifest_was_made_for_are_refused() =>
        Assert.Equal([DiagnosticCodes.DescriptorsIncomplete], Codes(new TestAssembly("Users").Describe(Mood).Manifest(hash: "other")));

    [Fact]
    public void A_newer_format_is_refused() =>
        Assert.Equal([DiagnosticCodes.DescriptorFormatNewer], Codes(new TestAssembly("Users").Describe(Mood).Manifest(formatVersion: 99)));

    [Fact]
    public void Models_with_errors_are_refused() =>
        Assert.Equal([DiagnosticCodes.ModelsSkipped], Codes(new TestAssembly("Users").Describe(Mood).Manifest(skipped: 1)));

    [Fact]
    public void A_project_that_is_not_switched_on_but_uses_the_attributes_is_named()
    {
        var (_, diagnostics) = Collect(new TestAssembly("Shared").UseAnnotations());

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(DiagnosticCodes.ModelsSwitchedOff, diagnostic.Code);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    private IEnumerable<string> Codes(TestAssembly assembly) => Collect(assembly).Diagnostics.Select(d => d.Code);

    private (Drafting.ProjectModel Model, IReadOnlyList<Diagnostic> Diagnostics) Collect(params IEnumerable<TestAssembly> assemblies) =>
        ModelCollector.Collect([.. assemblies.Select((a, i) => AssemblyReader.Read(a.Write(Directory.CreateDirectory(folder[$"{i}"]).FullName))!)]);
}
