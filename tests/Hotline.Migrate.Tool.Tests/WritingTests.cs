using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class WritingTests(PostgresServer server)
{
    private const string Project = "<Project Sdk=\"Microsoft.NET.Sdk\">\n\n  <!-- kept -->\n\n</Project>\n";

    [Fact]
    public async Task Empty_migrations_build_on_the_head()
    {
        await using var work = Workspace.Offline();
        work.Line("r1", "r2");

        var created = (await work.RunAsync("create", "backfill names", "--empty", "--json")).Exits(0);
        var data = created.Json.GetProperty("data");

        Assert.Equal("r2", data.GetProperty("parents")[0].GetString());
        Assert.Matches("^migrations/[0-9]{14}_[0-9a-f]{12}_backfill_names[.]sql$", data.GetProperty("path").GetString());
        Assert.Equal(data.GetProperty("revision").GetString() + "\n", (await work.RunAsync("heads", "--quiet")).Output);
        (await work.RunAsync("check")).Exits(0);
    }

    [Fact]
    public async Task Branches_are_opened_by_splice_and_labels_and_brought_together_by_merge()
    {
        await using var work = Workspace.Offline();
        work.Line("r1", "r2");

        (await work.RunAsync("create", "side", "--empty", "--head", "r1")).Exits(2);
        (await work.RunAsync("create", "side", "--empty", "--head", "r1", "--splice", "--label", "side")).Exits(0);
        (await work.RunAsync("create", "again", "--empty")).Exits(7);
        var check = (await work.RunAsync("check", "--json")).Exits(3);
        (await work.RunAsync("create", "twice", "--empty", "--head", "r2", "--label", "side")).Exits(2);
        (await work.RunAsync("merge", "-m", "bring together")).Exits(0);

        Assert.Equal("HM0270", check.Json.GetProperty("data").GetProperty("findings")[0].GetProperty("code").GetString());
        Assert.Contains("(head, merge)  bring together", (await work.RunAsync("heads")).Output, StringComparison.Ordinal);
        (await work.RunAsync("check")).Exits(0);
        (await work.RunAsync("merge")).Exits(2);
    }

    [Fact]
    public async Task A_migration_written_by_hand_is_sealed_so_that_production_takes_it()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Directory.Write("migrations/r1.sql", Workspace.MigrationText("r1", "by hand", "CREATE TABLE r1 (id int);", "DROP TABLE r1;"));
        work.Tool.Environment["DOTNET_ENVIRONMENT"] = "Production";

        var refused = (await work.RunAsync("upgrade")).Exits(2);
        Assert.Contains("edit r1 --seal", refused.Error, StringComparison.Ordinal);
        (await work.RunAsync("edit", "r1", "--seal")).Exits(0);
        (await work.RunAsync("upgrade")).Exits(0);

        Assert.Equal("r1", await work.TablesAsync());
    }

    [Fact]
    public async Task An_edited_migration_is_sealed_again_by_the_editor()
    {
        await using var work = Workspace.Offline();
        work.Line("r1");
        File.AppendAllText(work.Directory["migrations/r1.sql"], "-- by hand\n");
        (await work.RunAsync("check")).Exits(3);
        (await work.RunAsync("edit")).Exits(2);

        work.Tool.Environment["EDITOR"] = "echo '-- more' >>";
        (await work.RunAsync("edit", "r1")).Exits(0);

        Assert.EndsWith("-- by hand\n-- more\n", File.ReadAllText(work.Directory["migrations/r1.sql"]), StringComparison.Ordinal);
        (await work.RunAsync("check")).Exits(0);
    }

    [Fact]
    public async Task A_migration_that_the_database_has_is_not_sealed_again_unasked()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1");
        (await work.RunAsync("upgrade")).Exits(0);
        work.Tool.Environment["EDITOR"] = "echo '-- more' >>";

        var result = (await work.RunAsync("edit", "r1")).Exits(0);

        Assert.StartsWith("⚠ HM0404", result.Error, StringComparison.Ordinal);
        (await work.RunAsync("check")).Exits(3);
        (await work.RunAsync("edit", "r1", "--seal")).Exits(0);
        (await work.RunAsync("check")).Exits(0);
    }

    [Fact]
    public async Task Setup_writes_what_is_missing_and_nothing_twice()
    {
        await using var work = Workspace.Offline();
        work.Directory.Write("Shop.csproj", Project);

        var first = (await work.RunAsync("setup")).Exits(0);
        var files = Read(work);
        var second = (await work.RunAsync("setup")).Exits(0);

        Assert.Equal(files, Read(work));
        Assert.Contains("<!-- kept -->", files[0], StringComparison.Ordinal);
        Snapshot.Match($"{first.Output}\n{second.Output}\n{string.Join("\n", files)}");
    }

    [Fact]
    public async Task Setup_leaves_a_project_that_it_cannot_read_alone()
    {
        await using var work = Workspace.Offline();
        work.Directory.Write("Shop.csproj", "<Project>");

        (await work.RunAsync("setup")).Exits(2);

        Assert.Single(Directory.GetFiles(work.Directory.Path));
    }

    [Fact]
    public async Task Nothing_is_begun_in_a_folder_that_is_no_project()
    {
        await using var work = Workspace.Offline();

        var result = (await work.RunAsync("create", "m", "--empty", "--json")).Exits(2);

        Assert.Equal("HM0300", result.ErrorCode);
        Assert.Empty(Directory.GetFileSystemEntries(work.Directory.Path));
    }

    [Fact]
    public async Task Versions_that_are_kept_centrally_stay_there()
    {
        await using var work = Workspace.Offline();
        work.Directory.Write("src/Shop/Shop.csproj", Project.Replace("\n", "\r\n", StringComparison.Ordinal));
        work.Directory.Write(
            "Directory.Packages.props",
            "<Project>\n  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>\n</Project>\n");

        (await work.RunAsync("setup", "--project", "src/Shop")).Exits(0);

        var project = File.ReadAllText(work.Directory["src/Shop/Shop.csproj"]);
        Assert.Contains("<PackageReference Include=\"Hotline.Migrate\" />\r\n", project, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", project.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(
            "<PackageVersion Include=\"Hotline.Migrate\" Version=", File.ReadAllText(work.Directory["Directory.Packages.props"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_and_nothing_is_left_behind()
    {
        await using var work = Workspace.Offline();
        work.Line("r1");

        // Not even root can make a folder where a file is.
        work.Directory.Write(".hotline", "");

        var result = (await work.RunAsync("create", "m", "--empty", "--json")).Exits(2);

        Assert.Equal("HM0220", result.ErrorCode);
        Assert.Single(Directory.GetFiles(work.Directory["migrations"]));
    }

    [Fact]
    public async Task Create_takes_the_model_that_the_build_left()
    {
        await using var work = Workspace.Offline();
        work.Directory.Write("Shop.csproj", Project);

        var none = (await work.RunAsync("create", "init", "--no-build", "--json")).Exits(2);
        work.Directory.Write(".hotline/model.json", Model("\"name\": \"users\""));
        var created = (await work.RunAsync("create", "init", "--no-build")).Exits(0);
        var again = (await work.RunAsync("create", "more", "--no-build")).Exits(0);
        work.Directory.Write(".hotline/model.json", "{ \"formatVersion\": ");
        var truncated = (await work.RunAsync("check", "--no-build", "--json")).Exits(2);

        Assert.Equal("HM0157", none.ErrorCode);
        Assert.Equal("HM0157", truncated.ErrorCode);
        Assert.StartsWith("No changes", again.Output, StringComparison.Ordinal);
        Assert.Contains("+ table users", created.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(work.Directory["migrations/snapshot/table/public.users.json"]));
    }

    [Fact]
    public async Task Check_tells_which_downgrades_do_not_bring_all_back()
    {
        await using var work = Workspace.Offline();
        work.Table("r1");
        work.Migration("r2", "drop", "ALTER TABLE r1 DROP COLUMN id;", "ALTER TABLE r1 ADD COLUMN id int;", "r1");
        work.Migration("r3", "answered for", "-- hm:ignore HM1002 reason: never read\nALTER TABLE r1 DROP COLUMN n;", "ALTER TABLE r1 ADD COLUMN n int;", "r2");
        work.Migration("r4", "one way", "CREATE INDEX ix ON r1 (id);", "", "r3");

        var findings = (await work.RunAsync("check", "--json")).Exits(0).Json.GetProperty("data").GetProperty("findings");

        Assert.Equal(["HM0515", "HM0516"], findings.EnumerateArray().Select(f => f.GetProperty("code").GetString()));
    }

    private static string Model(string name) =>
        $$"""
        {
          "formatVersion": {{Migrate.Descriptors.Writing.DescriptorWriter.FormatVersion}},
          "origins": [],
          "objects": [ { "kind": "table", "schema": "public", {{name}}, "columns": [ { "name": "id", "type": "integer", "nullable": false } ] } ]
        }
        """;

    private static string[] Read(Workspace work) =>
    [
        File.ReadAllText(work.Directory["Shop.csproj"]),
        File.ReadAllText(work.Directory["hotline-migrate.json"]),
        File.ReadAllText(work.Directory[".config/dotnet-tools.json"]),
    ];
}
