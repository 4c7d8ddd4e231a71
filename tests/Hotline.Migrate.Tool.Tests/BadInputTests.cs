using System.Text;
using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class BadInputTests(PostgresServer server)
{
    [Theory]
    [InlineData("HM0301", "{ \"migrations\": ")]
    [InlineData("HM0302", "{ \"migration\": \"db\" }")]
    [InlineData("HM0304", "{ \"migrations\": 5 }")]
    [InlineData("HM0305", "{ \"defaultEnvironment\": \"prod\" }")]
    public async Task A_broken_configuration_is_told_with_its_place(string code, string configuration)
    {
        await using var work = Workspace.Offline();
        work.Line("r1");
        work.Directory.Write("hotline-migrate.json", configuration);

        var result = (await work.RunAsync("heads", "--json")).Exits(2);

        Assert.Equal(code, result.ErrorCode);
        Assert.Equal("hotline-migrate.json", result.Json.GetProperty("error").GetProperty("where").GetProperty("path").GetString());
    }

    [Theory]
    [InlineData("HM0200", "CREATE TABLE t (id int);\n")]
    [InlineData("HM0210", "-- migration: m\n-- revision: r9\n")]
    [InlineData("HM0211", "-- migration: m\n-- revision: r9\n\n-- hm:upgrade\nSELECT 'open;\n\n-- hm:downgrade\n")]
    [InlineData("HM0207", "-- migration: m\n-- revision: r9\n\n-- hm:upgrde\n\n-- hm:downgrade\n")]
    [InlineData("HM0206", "-- migration: m\n-- revision: a@b\n\n-- hm:upgrade\n\n-- hm:downgrade\n")]
    public async Task A_broken_migration_stops_before_the_database_is_touched(string code, string text)
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1");
        work.Directory.Write("migrations/r9.sql", text);

        var result = (await work.RunAsync("upgrade", "--json")).Exits(2);

        Assert.Equal(code, result.ErrorCode);
        Assert.Equal("", await work.TablesAsync());
        Assert.Null(await work.Database.ScalarAsync<string>("SELECT to_regclass('hotline_migrations')::text", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Files_that_are_not_UTF8_are_told_with_their_line()
    {
        await using var work = Workspace.Offline();
        work.Line("r1");
        var path = work.Directory["migrations/r1.sql"];
        File.WriteAllBytes(path, [.. File.ReadAllBytes(path), 0xE4, (byte)'\n']);

        var result = (await work.RunAsync("heads")).Exits(2);

        Assert.StartsWith("✖ HM0218", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_ends_and_byte_order_marks_change_nothing()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1");
        var path = work.Directory["migrations/r1.sql"];
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.ReplaceLineEndings("\r\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        work.Directory.Write("migrations/notes.txt", "a foreign file");
        work.Directory.Write("migrations/.hidden.sql", "not a migration");

        var upgrade = (await work.RunAsync("upgrade")).Exits(0);
        File.WriteAllText(path, text);
        var again = (await work.RunAsync("upgrade")).Exits(0);

        Assert.DoesNotContain("HM", upgrade.Error, StringComparison.Ordinal);
        Assert.StartsWith("Nothing to do", again.Output, StringComparison.Ordinal);
        Assert.Empty(again.Error);
    }

    [Fact]
    public async Task Every_failed_connection_has_its_code_and_no_password()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1");
        var url = new Uri(work.Database.Url);
        (string Code, string Url)[] cases =
        [
            ("HM0360", work.Database.Url + "_missing"),
            ("HM0362", "postgresql://u:geheim@127.0.0.1:1/db"),
            ("HM0363", "postgresql://u:geheim@no-such-host.invalid/db"),
            ("HM0351", "mysql://u:geheim@localhost/db"),
            ("HM0352", $"postgresql://u:geheim@{url.Host}:{url.Port}/db?sslmod=disable"),
        ];
        foreach (var (code, connection) in cases)
        {
            var result = (await work.RunAsync("current", "--json", "--url", connection)).Exits(2);
            Assert.Equal(code, result.ErrorCode);
            Assert.DoesNotContain("geheim", result.Transcript, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_connection_lists_the_places_that_were_looked_at()
    {
        await using var work = Workspace.Offline();
        work.Line("r1");

        var result = (await work.RunAsync("current")).Exits(2);

        Assert.StartsWith("✖ HM0350", result.Error, StringComparison.Ordinal);
        Assert.Contains("DATABASE_URL", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_graphs_name_their_files()
    {
        await using var work = Workspace.Offline();
        work.Line("r1");
        work.Table("r2", "gone");

        var result = (await work.RunAsync("heads")).Exits(2);

        Assert.Contains("gone", result.Error, StringComparison.Ordinal);
        Assert.Contains("migrations/r2.sql", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "show", "nope")]
    [InlineData(2, "heads", "--migrations", "nowhere")]
    [InlineData(2, "heads", "--project", "nowhere.csproj")]
    [InlineData(2, "setup")]
    [InlineData(2, "script", "r2:r1:r1")]
    public async Task What_does_not_exist_is_a_usage_error(int exitCode, params string[] arguments)
    {
        await using var work = Workspace.Offline();
        work.Line("r1", "r2");

        var result = (await work.RunAsync(arguments)).Exits(exitCode);

        Assert.StartsWith("✖ HM0", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task A_script_refuses_what_only_the_tool_can_run()
    {
        await using var work = Workspace.Offline();
        work.Migration("r1", "fill", "-- hm:code Shop.FillNames", "");

        var result = (await work.RunAsync("script", "--json")).Exits(2);

        Assert.Equal("HM0420", result.ErrorCode);
        Assert.Equal("migrations/r1.sql", result.Json.GetProperty("error").GetProperty("where").GetProperty("path").GetString());
    }

    [Fact]
    public async Task An_idempotent_script_refuses_data_that_psql_cannot_skip()
    {
        await using var work = Workspace.Offline();
        work.Migration("r1", "fill", "CREATE TABLE r1 (id int);\nCOPY r1 FROM stdin;\n1\n\\.\n", "DROP TABLE r1;");

        (await work.RunAsync("script")).Exits(0);

        Assert.Contains("HM0420", (await work.RunAsync("script", "--idempotent")).Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_was_not_built_is_told_before_anything_runs()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Table("r1");
        work.Migration("r2", "fill", "-- hm:code Shop.FillNames", "", "r1");

        var result = (await work.RunAsync("upgrade", "--json", "--assembly", "nowhere.dll")).Exits(2);

        Assert.Equal("HM0339", result.ErrorCode);
    }
}
