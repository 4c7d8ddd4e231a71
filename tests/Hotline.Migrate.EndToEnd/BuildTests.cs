using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Hotline.Migrate.EndToEnd.Infrastructure;

namespace Hotline.Migrate.EndToEnd;

/// <summary>What only real MSBuild shows: when the task runs, on which lines it reports, and what reaches the output.</summary>
public sealed class BuildTests(Packages packages) : IDisposable
{
    private const string User = """
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;

        namespace App;

        [Table("users")]
        public class User
        {
            [Key] public long Id { get; set; }
            public required string Name { get; set; }
        }
        """;

    private readonly TestSolution solution = new(packages);

    public void Dispose() => solution.Dispose();

    [Fact]
    public async Task The_build_writes_a_draft_keeps_it_and_brings_it_back()
    {
        solution.WriteProject("App", "<OutputType>Exe</OutputType>");
        solution.Write("App/hotline-migrate.json", "{}");
        solution.Write("App/User.cs", User);
        solution.Write("App/Program.cs", "System.Console.WriteLine(1);");

        var first = (await solution.BuildAsync("App")).Succeeded();
        var draft = solution.MigrationFile("App", "draft");
        Assert.Contains("CREATE TABLE users", await File.ReadAllTextAsync(draft, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("HM0168: Draft migration written: + table users (2 columns).", first.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(solution["App/bin/Debug/net10.0/migrations/" + Path.GetFileName(draft)]), "The draft is not in the output.");

        var before = Written("App");
        var second = (await solution.BuildAsync("App", "--no-restore", "-v:normal")).Succeeded();
        Assert.Contains("Skipping target \"HotlineMigrateBuild\" because all output files are up-to-date", second.Output, StringComparison.Ordinal);
        Assert.Equal(before, Written("App"));

        File.Delete(draft);
        (await solution.BuildAsync("App", "--no-restore")).Succeeded();
        draft = solution.MigrationFile("App", "draft");

        await File.AppendAllTextAsync(draft, "-- by hand\n", TestContext.Current.CancellationToken);
        var edited = (await solution.BuildAsync("App", "--no-restore")).Succeeded();
        Assert.StartsWith($"{Path.GetFileName(draft)} : warning HM0162: ", Assert.Single(edited.Diagnostics), StringComparison.Ordinal);
        Assert.EndsWith("-- by hand\n", await File.ReadAllTextAsync(draft, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_files_of_the_project_and_of_modules_are_a_part_of_the_model()
    {
        solution.WriteProject("Calls");
        solution.Write("Calls/schema/functions/touch.sql", "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;");
        solution.WriteProject("App", items: "<ProjectReference Include=\"../Calls/Calls.csproj\" />");
        solution.Write("App/hotline-migrate.json", "{}");
        solution.Write("App/User.cs", User);
        solution.Write("App/schema/views/a;b #1.sql", "CREATE OR REPLACE VIEW names AS SELECT name FROM users;\n");

        (await solution.BuildAsync("App")).Succeeded();
        var model = await File.ReadAllTextAsync(solution["App/.hotline/model.json"], TestContext.Current.CancellationToken);
        Assert.Contains("CREATE VIEW names AS SELECT name FROM users", model, StringComparison.Ordinal);
        Assert.Contains("\"name\": \"touch()\"", model, StringComparison.Ordinal);

        var second = (await solution.BuildAsync("App", "--no-restore", "-v:normal")).Succeeded();
        Assert.Contains("Skipping target \"HotlineMigrateBuild\" because all output files are up-to-date", second.Output, StringComparison.Ordinal);

        solution.Write("Calls/schema/functions/touch.sql", "\n  DROP FUNCTION touch();");
        solution.Write("App/schema/views/a;b #1.sql", "CREATE VIEW names AS SELECT id FROM users; CREATE VIEW names AS SELECT 1;\n");
        var broken = await solution.BuildAsync("App", "--no-restore");
        Assert.NotEqual(0, broken.ExitCode);
        Assert.Contains(broken.Diagnostics, d => d.StartsWith("touch.sql(2,3): error HM0121: DROP describes no object", StringComparison.Ordinal));
        Assert.Contains(broken.Diagnostics, d => d.StartsWith("a;b #1.sql(1,44): error HM0125: The view names is described twice", StringComparison.Ordinal));

        File.Delete(solution["App/schema/views/a;b #1.sql"]);
        solution.Write("Calls/schema/functions/touch.sql", "");
        (await solution.BuildAsync("App", "--no-restore")).Succeeded();
        Assert.DoesNotContain("names", await File.ReadAllTextAsync(solution["App/.hotline/model.json"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("db/objects", "// \"schemaFolder\": \"schema\",\n  \"online\": \"none\", \"schemaFolder\": \"db/objects\"")]
    [InlineData("db/größe \U0001F4DE", "/* \"schemaFolder\": \"a\",\n  \"schemaFolder\": \"b\" */ \"schemaFolder\" : \"db\\/gr\\u00f6\\u00dfe \\ud83d\\udcde\"")]
    public async Task The_configuration_names_the_folder_of_the_schema_files(string folder, string configuration)
    {
        solution.WriteProject("App");
        solution.Write("App/hotline-migrate.json", $"{{\n  {configuration}\n}}");
        solution.Write("App/User.cs", User);
        solution.Write("App/schema/no.sql", "CREATE VIEW no AS SELECT 1;");
        solution.Write($"App/{folder}/names.sql", "CREATE VIEW names AS SELECT name FROM users;");

        (await solution.BuildAsync("App")).Succeeded();

        var model = await File.ReadAllTextAsync(solution["App/.hotline/model.json"], TestContext.Current.CancellationToken);
        Assert.Contains("CREATE VIEW names AS SELECT name FROM users", model, StringComparison.Ordinal);
        Assert.DoesNotContain("CREATE VIEW no", model, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_CI_build_fails_on_the_line_that_has_no_migration_each_time_until_there_is_one()
    {
        solution.WriteProject("App");
        solution.Write("App/hotline-migrate.json", "{}");
        solution.Write("App/User.cs", User);
        string[] expected = ["User.cs(7,14): error HM0160: No migration makes this change of the model: + table users (2 columns) -> dotnet hotline-migrate create \"message\""];

        var first = (await solution.BuildAsync("App", "-c", "Release", "-p:ContinuousIntegrationBuild=true")).Ended(1);
        var second = (await solution.BuildAsync("App", "-c", "Release", "-p:ContinuousIntegrationBuild=true", "--no-restore")).Ended(1);

        Assert.Equal(expected, first.Diagnostics);
        Assert.Equal(expected, second.Diagnostics);
        Assert.False(Directory.Exists(solution["App/migrations"]));

        // An editor's build must not write either: it asks for Compile only, and says so.
        var designTime = await solution.DotnetAsync("msbuild", "App", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");
        designTime.Succeeded();
        Assert.False(Directory.Exists(solution["App/migrations"]));
    }

    [Fact]
    public async Task The_snapshot_is_for_editors_and_a_build_is_not_slower_for_it()
    {
        solution.WriteProject("App");
        solution.Write("App/hotline-migrate.json", """{ "migrations": "db" }""");
        solution.Write("App/User.cs", User);
        solution.Write("App/db/snapshot/table/public.users.json", """
            {
              "kind": "table",
              "schema": "public",
              "name": "users",
              "columns": [
                {"name": "id", "type": "bigint"},
                {"name": "title", "type": "text"}
              ]
            }

            """);

        var build = await solution.BuildAsync("App");
        Assert.Contains(build.Diagnostics, d => d.Contains("HM0110", StringComparison.Ordinal));
        Assert.DoesNotContain(build.Diagnostics, d => d.Contains("HM0034", StringComparison.Ordinal));
        Assert.DoesNotContain("snapshot", (await solution.DotnetAsync("msbuild", "App", "-t:Compile", "-getItem:AdditionalFiles")).Output, StringComparison.Ordinal);

        (await solution.DotnetAsync("format", "analyzers", "App", "--no-restore", "--diagnostics", "HM0034", "--severity", "info")).Succeeded();
        Assert.Contains("[RenamedFrom(\"title\")]", await File.ReadAllTextAsync(solution["App/User.cs"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generator_that_did_not_load_stops_the_build_and_nothing_is_written()
    {
        solution.WriteProject("App");
        solution.Write("App/hotline-migrate.json", "{}");
        solution.Write("App/User.cs", User);
        // What happens with an SDK that is too old, or when the generator's assembly is broken.
        solution.Write("App/Directory.Build.targets", """
            <Project>
              <Target Name="LoseGenerator" BeforeTargets="CoreCompile">
                <ItemGroup><Analyzer Remove="@(Analyzer)" Condition="'%(Filename)' == 'Hotline.Migrate.Generator'" /></ItemGroup>
              </Target>
            </Project>
            """);

        var build = (await solution.BuildAsync("App")).Ended(1);

        Assert.Contains("error HM0150: The source generator did not run for App", Assert.Single(build.Diagnostics), StringComparison.Ordinal);
        Assert.False(Directory.Exists(solution["App/migrations"]));
    }

    [Fact]
    public async Task Modules_are_collected_by_the_host_in_a_parallel_build()
    {
        foreach (var (module, table) in new[] { ("Users", "users"), ("Calls", "calls") })
        {
            solution.WriteProject(module, items: """<ProjectReference Include="../Shared/Shared.csproj" />""");
            solution.Write($"{module}/Model.cs", $$"""
                namespace {{module}};

                [System.ComponentModel.DataAnnotations.Schema.Table("{{table}}")]
                public class Model : Shared.TenantBaseModel
                {
                    public string? Text { get; set; }
                }
                """);
        }

        solution.WriteProject("Shared");
        solution.Write("Shared/TenantBaseModel.cs", """
            namespace Shared;

            public abstract class TenantBaseModel
            {
                [System.ComponentModel.DataAnnotations.Key] public Guid Id { get; set; }
                public Guid TenantId { get; set; }
            }
            """);
        solution.WriteProject("Host", items: """
            <ProjectReference Include="../Users/Users.csproj" />
            <ProjectReference Include="../Calls/Calls.csproj" />
            """);
        solution.Write("Host/hotline-migrate.json", "{}");
        (await solution.DotnetAsync("new", "sln", "--name", "All", "--format", "sln")).Succeeded();
        (await solution.DotnetAsync("sln", "All.sln", "add", "Shared", "Users", "Calls", "Host")).Succeeded();

        (await solution.BuildAsync("All.sln", "-m", "-c", "Release")).Succeeded();

        var draft = Assert.Single(solution.Migrations("Host")).Value;
        Assert.Contains("CREATE TABLE calls", draft, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE users", draft, StringComparison.Ordinal);
        Assert.Contains("tenant_id uuid NOT NULL", draft, StringComparison.Ordinal);
        Assert.All(["Shared", "Users", "Calls"], project => Assert.False(Directory.Exists(solution[project + "/migrations"])));
        Assert.True(Directory.Exists(solution["Host/bin/Release/net10.0/migrations"]));

        // The place of a difference is in the module's source, not in the host's.
        var check = (await solution.BuildAsync("Host", "-c", "Release", "--no-restore", "-p:HotlineMigrateOnBuild=Check")).Ended(1);
        Assert.Contains(check.Diagnostics, d => d.StartsWith("Model.cs(4,14): error HM0160: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_several_target_frameworks_one_writes()
    {
        solution.WriteProject("App", targetFrameworks: "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><LangVersion>latest</LangVersion>");
        solution.Write("App/hotline-migrate.json", """{ "migrations": "db/changes" }""");
        solution.Write("App/User.cs", "#if NET\n" + User + "\n#endif\n");

        (await solution.BuildAsync("App")).Succeeded();

        var draft = Path.GetFileName(Assert.Single(Directory.GetFiles(solution["App/db/changes"], "*.sql")));

        // The others may have been built before it was there.
        (await solution.BuildAsync("App", "--no-restore", "-p:HotlineMigrateEmbed=true")).Succeeded();
        Assert.True(File.Exists(solution["App/bin/Debug/net10.0/migrations/" + draft]));
        Assert.True(File.Exists(solution["App/bin/Debug/netstandard2.0/migrations/" + draft]));
        Assert.Equal(["migrations/" + draft], Resources(solution["App/bin/Debug/net10.0/App.dll"]));
    }

    private static string[] Resources(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var reader = file.GetMetadataReader();
        return [.. reader.ManifestResources.Select(r => reader.GetString(reader.GetManifestResource(r).Name))];
    }

    /// <summary>Every file of a project with the time of its last change; what a build has to write for itself is left out.</summary>
    private SortedDictionary<string, DateTime> Written(string project) => new(
        Directory.EnumerateFiles(solution[project], "*", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .ToDictionary(f => f, File.GetLastWriteTimeUtc),
        StringComparer.Ordinal);
}
