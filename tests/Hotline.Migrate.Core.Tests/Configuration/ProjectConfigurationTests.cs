using System.Text.Json;
using Hotline.Migrate.Configuration;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Core.Tests.Configuration;

public sealed class ProjectConfigurationTests
{
    [Fact]
    public void An_empty_object_is_all_defaults()
    {
        var configuration = ProjectConfiguration.Parse("c.json", "{}");

        Assert.Equal("migrations", configuration.Migrations);
        Assert.Equal(("public", "hotline_migrations"), (configuration.History.Schema, configuration.History.Table));
        Assert.Equal(MigrationFileName.DefaultTemplate, configuration.FileNameTemplate);
        Assert.Null(configuration.OnBuild);
        Assert.Null(configuration.Environment(null));
    }

    [Fact]
    public void Every_key_is_read()
    {
        var configuration = ProjectConfiguration.Parse("c.json", """
            {
              // where the schema is
              "$schema": "https://example.org/schema.json",
              "migrations": "db",
              "fileNameTemplate": "{yyyyMMdd}-{revision}.sql",
              "newFileTemplate": ["-- Copyright", "", "{header}", "", "-- hm:upgrade", "{upgrade}", "-- hm:downgrade", "{downgrade}"],
              "history": { "schema": "ops", "table": "done" },
              "schema": "app",
              "environments": {
                "dev": { "url": "${URL:-postgresql://localhost/dev}", "development": true, },
                "prod": { "connectionStringName": "Main", "lockTimeout": "500ms", "statementTimeout": "0" },
              },
              "defaultEnvironment": "dev",
              "filters": { "manage": { "schemas": ["app*"] }, "ignore": { "tables": ["app.tmp_*", "queue"] } },
              "onBuild": "check",
              "schemaFolder": "db/objects",
            }
            """);

        Assert.Equal("db", configuration.Migrations);
        Assert.Equal("db/objects", configuration.SchemaFolder);
        Assert.Equal("{yyyyMMdd}-{revision}.sql", configuration.FileNameTemplate);
        Assert.StartsWith("-- Copyright\n\n{header}", configuration.NewFileTemplate.Text);
        Assert.Equal(("ops", "done"), (configuration.History.Schema, configuration.History.Table));
        Assert.Equal("app", configuration.Schema);
        Assert.Equal("dev", configuration.Environment(null)!.Name);
        Assert.True(configuration.Environment("dev")!.Development);
        var production = configuration.Environment("prod")!;
        Assert.Equal("Main", production.ConnectionStringName);
        Assert.Equal(TimeSpan.FromMilliseconds(500), production.LockTimeout);
        Assert.Equal(TimeSpan.Zero, production.StatementTimeout);
        Assert.False(production.Development);
        Assert.Equal(BuildMode.Check, configuration.OnBuild);
        Assert.True(configuration.Filters.ManagesTable("app2", "users"));
        Assert.False(configuration.Filters.ManagesTable("app", "tmp_1"));
        Assert.False(configuration.Filters.ManagesTable("app", "queue"));
        Assert.False(configuration.Filters.ManagesTable("other", "users"));
        Assert.Contains(new ConfigurationOrigin("environments.dev.url", new("c.json", 10, 21)), configuration.Origins);
    }

    [Theory]
    [InlineData("{ \"migration\": 1 }", "HM0302 c.json:1:3 There is no key 'migration' here. Did you mean 'migrations'?")]
    [InlineData("{\n  \"history\": { \"tabel\": \"x\" } }", "HM0302 c.json:2:16 There is no key 'tabel' here. Did you mean 'table'?")]
    [InlineData("{ \"xyz\": 1 }", "HM0302 c.json:1:3 There is no key 'xyz' here. Use one of: $schema, migrations, schemaFolder, fileNameTemplate, newFileTemplate, history, schema, environments, defaultEnvironment, filters, onBuild, online.")]
    [InlineData("{ \"schema\": \"a\", \"schema\": \"b\" }", "HM0303 c.json:1:18 The key 'schema' is here twice. Keep one of the two.")]
    [InlineData("{ \"é\": 1, \"schema\": 7 }", "HM0302 c.json:1:3 There is no key 'é' here. Use one of: $schema, migrations, schemaFolder, fileNameTemplate, newFileTemplate, history, schema, environments, defaultEnvironment, filters, onBuild, online.\nHM0304 c.json:1:21 'schema' cannot have this value: it is a number. Give it a text.")]
    [InlineData("{ \"schema\": \"\" }", "HM0304 c.json:1:13 'schema' cannot have this value: it is empty. Give it a value, or leave the key out.")]
    [InlineData("[]", "HM0304 c.json:1:1 'hotline-migrate.json' cannot have this value: it is a list. Give it an object.")]
    [InlineData("{ \"onBuild\": \"sometimes\" }", "HM0304 c.json:1:14 'onBuild' cannot have this value: there is no such mode. Use one of: Draft, Check, Off.")]
    [InlineData("{ \"onBuild\": \"1\" }", "HM0304 c.json:1:14 'onBuild' cannot have this value: there is no such mode. Use one of: Draft, Check, Off.")]
    [InlineData("{ \"fileNameTemplate\": \"{slug}.sql\" }", "HM0304 c.json:1:23 'fileNameTemplate' cannot have this value: it must hold {revision}, so that no two files have the same name. Write it like {yyyyMMddHHmmss}_{revision}_{slug}.sql")]
    [InlineData("{ \"newFileTemplate\": \"{header}\" }", "HM0304 c.json:1:22 'newFileTemplate' cannot have this value: it must hold {upgrade} exactly once. Write a text or a list of lines that holds {header}, {upgrade} and {downgrade}.")]
    [InlineData("{ \"environments\": { \"a\": { \"url\": 1 } } }", "HM0304 c.json:1:35 'environments.a.url' cannot have this value: it is a number. Give it a text.")]
    [InlineData("{ \"environments\": { \"a\": { \"development\": \"yes\" } } }", "HM0304 c.json:1:43 'environments.a.development' cannot have this value: it is a text. Give it true or false.")]
    [InlineData("{ \"environments\": { \"a\": { \"lockTimeout\": \"5 parsecs\" } } }", "HM0304 c.json:1:43 'environments.a.lockTimeout' cannot have this value: it is no time. Write a time such as 500ms, 5s, 2min or 1h, or 0 for none.")]
    [InlineData("{ \"environments\": { \"a\": { \"url\": \"x\", \"connectionStringName\": \"y\" } } }", "HM0304 c.json:1:64 'environments.a.connectionStringName' cannot have this value: the environment has a 'url' already. Keep one of the two.")]
    [InlineData("{ \"environments\": { \"dev\": {} }, \"defaultEnvironment\": \"devel\" }", "HM0305 c.json:1:56 The configuration has no environment 'devel'. Did you mean 'dev'?")]
    [InlineData("{ \"filters\": { \"ignore\": { \"tables\": \"x\" } } }", "HM0304 c.json:1:38 'filters.ignore.tables' cannot have this value: it is a text. Give it a list of texts.")]
    public void What_is_wrong_is_said_with_its_place(string json, string expected)
    {
        var failure = Assert.Throws<DiagnosticException>(() => ProjectConfiguration.Parse("c.json", json));

        Assert.Equal(FailureKind.Usage, failure.Kind);
        Assert.Equal(
            expected,
            string.Join('\n', failure.Diagnostics.Select(d => $"{d.Code} {d.Where} {d.Summary} {string.Join(' ', d.NextActions)}")));
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{\n  \"schema\": \n}", 3, 1)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("{ \"schema\": \"\\ud800\" }", 1, 13)]
    [InlineData("nonsense", 1, 2)]
    public void What_is_no_json_is_refused_with_its_place(string json, int line, int column)
    {
        var problem = Assert.Single(Assert.Throws<DiagnosticException>(() => ProjectConfiguration.Parse("c.json", json)).Diagnostics);

        Assert.Equal("HM0301", problem.Code);
        Assert.Equal(new("c.json", line, column), problem.Where);
        Assert.DoesNotContain("LineNumber", problem.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_environment_is_refused_with_the_nearest_name()
    {
        var configuration = ProjectConfiguration.Parse("c.json", """{ "environments": { "staging": {}, "production": {} } }""");

        var problem = Assert.Single(Assert.Throws<DiagnosticException>(() => configuration.Environment("stagin")).Diagnostics);
        Assert.Equal("HM0305", problem.Code);
        Assert.Equal("Did you mean 'staging'?", Assert.Single(problem.NextActions));
    }

    [Fact]
    public void An_environment_shows_no_password()
    {
        var configuration = ProjectConfiguration.Parse("c.json", """{ "environments": { "a": { "url": "postgresql://u:secret@h/d" } } }""");

        Assert.DoesNotContain("secret", configuration.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", configuration.Environment("a")!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_and_parser_know_the_same_keys()
    {
        using var schema = JsonDocument.Parse(ConfigurationSchema.Read());
        var root = schema.RootElement.GetProperty("properties");

        Assert.Equal(ConfigurationKeys.Root.Order(), Keys(root));
        Assert.Equal(ConfigurationKeys.History.Order(), Keys(root.GetProperty("history").GetProperty("properties")));
        Assert.Equal(
            ConfigurationKeys.Environment.Order(),
            Keys(root.GetProperty("environments").GetProperty("additionalProperties").GetProperty("properties")));
        Assert.Equal(ConfigurationKeys.Filters.Order(), Keys(root.GetProperty("filters").GetProperty("properties")));
        Assert.Equal(
            ConfigurationKeys.Patterns.Order(),
            Keys(schema.RootElement.GetProperty("$defs").GetProperty("patterns").GetProperty("properties")));
    }

    [Fact]
    public void Schema_tells_the_parsers_defaults()
    {
        using var schema = JsonDocument.Parse(ConfigurationSchema.Read());
        var root = schema.RootElement.GetProperty("properties");
        var defaults = new ProjectConfiguration();

        Assert.Equal(defaults.Migrations, Default(root, "migrations"));
        Assert.Equal(defaults.FileNameTemplate, Default(root, "fileNameTemplate"));
        Assert.Equal(defaults.Schema, Default(root, "schema"));
        Assert.Equal(defaults.Online.ToString(), Default(root, "online"));
        Assert.Equal(defaults.History.Schema, Default(root.GetProperty("history").GetProperty("properties"), "schema"));
        Assert.Equal(defaults.History.Table, Default(root.GetProperty("history").GetProperty("properties"), "table"));
    }

    [Fact]
    public void The_file_is_found_above_the_folder()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("hotline-migrate.json", """{ "migrations": "../db" }""");
        var deep = Directory.CreateDirectory(Path.Combine(folder.Path, "a", "b")).FullName;

        Assert.Equal(file, ConfigurationFile.Find(deep));
        var configuration = ConfigurationFile.LoadNearest(deep);
        Assert.Equal(file, configuration.Path);
        Assert.Equal(Path.GetFullPath(Path.Combine(folder.Path, "..", "db")), ConfigurationFile.MigrationsFolder(configuration, deep));
    }

    [Fact]
    public void A_project_without_the_file_is_told_how_to_get_one()
    {
        using var folder = new TemporaryFolder();

        var problem = Assert.Single(Assert.Throws<DiagnosticException>(() => ConfigurationFile.LoadNearest(folder.Path)).Diagnostics);
        Assert.Equal("HM0300", problem.Code);
        Assert.Equal("dotnet hotline-migrate setup", problem.NextActions[0]);
    }

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name).Order()];

    private static string? Default(JsonElement properties, string key) => properties.GetProperty(key).GetProperty("default").GetString();
}
