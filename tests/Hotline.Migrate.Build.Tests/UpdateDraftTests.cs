using Hotline.Migrate.Build.Tests.Assemblies;
using Hotline.Migrate.Build.Tests.Projects;
using Hotline.Migrate.Configuration;
using Hotline.Migrate.Drafting;
using Hotline.Migrate.Files;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Build.Tests;

public sealed class UpdateDraftTests : IDisposable
{
    private readonly BuiltProject project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public void A_difference_becomes_a_draft()
    {
        Assert.True(project.Model(Tables.Users("name")).Build());

        var (name, text) = Assert.Single(project.Migrations);
        Assert.EndsWith("_draft.sql", name, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE users", text, StringComparison.Ordinal);
        Assert.Contains("DROP TABLE users", text, StringComparison.Ordinal);
        Assert.Equal($"{name}: message HM0168: Draft migration written: + table users (2 columns).", Assert.Single(project.Engine.Messages));
        Assert.Empty(project.Engine.Errors);
    }

    [Fact]
    public void A_changed_schema_file_replaces_its_object_and_the_downgrade_restores_it()
    {
        var users = Tables.Users("name");
        project.Assembly(App("CREATE VIEW names AS SELECT name FROM users;")).Build();
        var (_, first) = Assert.Single(project.Migrations);
        Assert.Contains("CREATE VIEW names AS SELECT name FROM users;", Upgrade(first), StringComparison.Ordinal);
        Assert.Contains("DROP VIEW names;", first, StringComparison.Ordinal);
        File.Delete(project["migrations/" + Assert.Single(project.Migrations).Key]);

        Seal([users, SqlObject.Of(SchemaKinds.View, QualifiedName.Of("names"), "CREATE VIEW names AS SELECT name FROM users")]);
        project.Assembly(App("create or replace view names as\n  select name from users; -- as before")).Build();
        Assert.DoesNotContain(project.Migrations.Keys, k => k.EndsWith("_draft.sql", StringComparison.Ordinal));

        project.Assembly(App("CREATE VIEW names AS SELECT name, id FROM users;")).Build();
        var draft = project.Migrations.Single(m => m.Key.EndsWith("_draft.sql", StringComparison.Ordinal)).Value;
        Assert.Contains("SELECT name, id FROM users;", Upgrade(draft), StringComparison.Ordinal);
        Assert.Contains("SELECT name FROM users;", draft[Upgrade(draft).Length..], StringComparison.Ordinal);

        TestAssembly App(string sql) => new TestAssembly("App").SwitchedOn().Describe(users, "App.Users").SchemaFile("schema/names.sql", sql).Manifest();
    }

    [Fact]
    public void A_CI_build_points_at_the_statement_that_no_migration_makes()
    {
        project.Write("schema/names.sql", "");
        project.Assembly(new TestAssembly("App").SwitchedOn().SchemaFile("schema/names.sql", "\n  CREATE VIEW names AS SELECT 1;").Manifest());

        Assert.False(project.Build(continuousIntegration: true));

        Assert.StartsWith("names.sql(2,3): error HM0160: ", Assert.Single(project.Engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_draft_is_rewritten_while_the_model_moves()
    {
        project.Model(Tables.Users("name")).Build();
        var name = Assert.Single(project.Migrations).Key;

        project.Model(Tables.Users("name", "mail")).Build();

        var (again, text) = Assert.Single(project.Migrations);
        Assert.Equal(name, again);
        Assert.Contains("mail text", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_equal_draft_is_not_touched()
    {
        project.Model(Tables.Users("name")).Build();
        var file = project["migrations/" + Assert.Single(project.Migrations).Key];
        var then = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file, then);

        Assert.True(project.Build());

        Assert.Equal(then, File.GetLastWriteTimeUtc(file));
        Assert.Empty(project.Engine.Messages);
    }

    [Fact]
    public void A_draft_goes_when_the_difference_goes()
    {
        Seal(Tables.Users("name"));
        project.Model(Tables.Users("name", "mail")).Build();
        Assert.Equal(2, project.Migrations.Count);

        Assert.True(project.Model(Tables.Users("name")).Build());

        Assert.Single(project.Migrations);
        Assert.Contains("HM0169", Assert.Single(project.Engine.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_that_was_edited_is_kept_and_reported()
    {
        project.Model(Tables.Users("name")).Build();
        var name = Edit();

        Assert.True(project.Build());
        Assert.StartsWith($"{name}: warning HM0162: ", Assert.Single(project.Engine.Warnings), StringComparison.Ordinal);

        Assert.True(project.Model(Tables.Users("name", "mail")).Build());
        Assert.StartsWith($"{name}: warning HM0163: ", Assert.Single(project.Engine.Warnings), StringComparison.Ordinal);
        Assert.Contains("-- by hand", Assert.Single(project.Migrations).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_models_and_migrations_is_left_alone()
    {
        Assert.True(project.Model().Build());

        Assert.False(Directory.Exists(project["migrations"]));
        Assert.False(Directory.Exists(project[".hotline"]));
    }

    [Fact]
    public void Check_fails_on_the_line_of_the_property()
    {
        Seal(Tables.Users("name"));
        project.Write("Users.cs", """
            namespace App;

            public class Users
            {
                public string? Mail { get; set; }
            }
            """);

        Assert.False(project.Model(Tables.Users("name", "mail"), Tables.Calls()).Build("Check"));

        Assert.Equal(
            [
                "App.csproj: error HM0160: No migration makes this change of the model: + table calls (1 column) -> dotnet hotline-migrate create \"message\"",
                "Users.cs(5,20): error HM0160: No migration makes this change of the model: + column users.mail text -> dotnet hotline-migrate create \"message\"",
            ],
            project.Engine.Errors.Order(StringComparer.Ordinal));
        Assert.Single(project.Migrations);
    }

    [Fact]
    public void Check_is_the_default_of_a_CI_build()
    {
        Assert.False(project.Model(Tables.Users()).Build(continuousIntegration: true));

        Assert.Empty(project.Migrations);
    }

    [Fact]
    public void Check_refuses_a_draft_even_if_it_fits()
    {
        project.Model(Tables.Users()).Build();

        Assert.False(project.Build("Check"));

        Assert.Contains(project.Engine.Errors, e => e.Contains("_draft.sql: error HM0161: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_refuses_a_sealed_migration_that_was_changed()
    {
        Seal(Tables.Users());
        var name = Edit();

        Assert.False(project.Build("Check"));

        Assert.StartsWith($"{name}: error HM0222: ", Assert.Single(project.Engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Off_does_nothing()
    {
        Assert.True(project.Model(Tables.Users()).Build("Off"));

        Assert.Empty(project.Migrations);
        Assert.False(Directory.Exists(project[".hotline"]));
    }

    [Fact]
    public void The_configuration_decides_where_the_project_does_not()
    {
        project.Write("hotline-migrate.json", """{ "onBuild": "check" }""");

        Assert.False(project.Model(Tables.Users()).Build());
        Assert.True(project.Build("Draft"));
    }

    [Fact]
    public void A_mode_that_there_is_not_is_refused()
    {
        Assert.False(project.Model(Tables.Users()).Build("Sometimes"));

        Assert.Equal(
            "App.csproj: error HM0158: HotlineMigrateOnBuild cannot be 'Sometimes'. -> Use Draft, Check or Off.", Assert.Single(project.Engine.Errors));
    }

    [Fact]
    public void A_broken_configuration_is_reported_where_it_is_broken()
    {
        project.Write("hotline-migrate.json", "{\n  \"migration\": \"db\"\n}");

        Assert.False(project.Model(Tables.Users()).Build());

        Assert.StartsWith("hotline-migrate.json(2,3): error HM03", Assert.Single(project.Engine.Errors), StringComparison.Ordinal);
        Assert.Empty(project.Migrations);
    }

    [Theory]
    [InlineData("{}", "migrations")]
    [InlineData("""{ "migrations": "../db/changes" }""", "../db/changes")]
    public void The_migrations_folder_is_found_relative_to_the_project(string configuration, string expected)
    {
        project.Write("hotline-migrate.json", configuration);
        var task = new FindMigrations
        {
            BuildEngine = project.Engine,
            ProjectFile = project["App.csproj"],
            ConfigurationFile = project["hotline-migrate.json"],
        };

        Assert.True(task.Execute());

        Assert.Equal(expected, task.MigrationsFolder.Replace('\\', '/'));
    }

    [Fact]
    public void A_generator_that_did_not_run_never_looks_like_dropped_tables()
    {
        Seal(Tables.Users());

        Assert.False(project.Assembly(new TestAssembly("App").SwitchedOn()).Build());

        Assert.Contains("error HM0150", Assert.Single(project.Engine.Errors), StringComparison.Ordinal);
        Assert.Single(project.Migrations);
    }

    [Fact]
    public void A_column_that_goes_is_a_warning_on_its_class()
    {
        Seal(Tables.Users("name"));
        project.Write("Users.cs", "namespace App; public class Users { }");

        Assert.True(project.Model(Tables.Users()).Build());

        Assert.StartsWith("Users.cs(1,29): warning HM1002: The next migration loses data: ", Assert.Single(project.Engine.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_heads_stop_a_new_draft_and_name_the_files()
    {
        Seal(Tables.Users());
        Branch("aaaaaaaaaaaa", "left");
        Branch("bbbbbbbbbbbb", "right");

        Assert.False(project.Model(Tables.Users("name")).Build());

        var error = Assert.Single(project.Engine.Errors);
        Assert.Contains("error HM0270: There are 2 heads: ", error, StringComparison.Ordinal);
        Assert.Contains("20300101000000_aaaaaaaaaaaa_left.sql", error, StringComparison.Ordinal);
        Assert.Contains("hotline-migrate merge", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_heads_that_need_no_draft_are_a_warning_and_an_error_of_the_check()
    {
        Seal(Tables.Users());
        Branch("aaaaaaaaaaaa", "left");
        Branch("bbbbbbbbbbbb", "right");

        Assert.True(project.Build());
        Assert.Contains("warning HM0270: There are 2 heads: ", Assert.Single(project.Engine.Warnings), StringComparison.Ordinal);

        Assert.False(project.Build("Check"));
        Assert.Contains("error HM0270: There are 2 heads: ", Assert.Single(project.Engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_seal_that_was_interrupted_is_finished_by_the_next_build()
    {
        project.Model(Tables.Users()).Build();
        var migrations = new MigrationProject(new ProjectConfiguration(), project[""]);
        var draft = Assert.Single(project.Migrations);
        var plan = DraftSealer.Seal(
            migrations.Load(DatabaseSchema.Of([Tables.Users()]), DateTimeOffset.UtcNow, cancellationToken: TestContext.Current.CancellationToken),
            new SealRequest("add users") { DraftText = draft.Value })!;
        // The disk says no to the snapshot: all that was before it is done.
        project.Write("migrations/snapshot", "in the way");
        Assert.ThrowsAny<Exception>(() => migrations.Seal(plan));
        File.Delete(project["migrations/snapshot"]);

        Assert.True(project.Build("Check"), string.Join('\n', project.Engine.Errors));

        Assert.Contains("HM0171", Assert.Single(project.Engine.Warnings), StringComparison.Ordinal);
        Assert.EndsWith("_add_users.sql", Assert.Single(project.Migrations).Key, StringComparison.Ordinal);
        Assert.False(File.Exists(project["migrations/" + ChangeJournal.FileName]));
    }

    [Fact]
    public async Task Builds_at_the_same_time_write_one_draft()
    {
        project.Model(Tables.Users("name"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => project.Build(), TestContext.Current.CancellationToken)));

        Assert.Single(project.Migrations);
    }

    private void Seal(params IEnumerable<SchemaObject> objects)
    {
        var migrations = new MigrationProject(new ProjectConfiguration(), project[""]);
        var situation = migrations.Load(DatabaseSchema.Of(objects), DateTimeOffset.UtcNow, cancellationToken: TestContext.Current.CancellationToken);
        migrations.Seal(DraftSealer.Seal(situation, new SealRequest("sealed"))!);
        project.Model(objects);
    }

    private static string Upgrade(string migration) => migration[..migration.IndexOf("-- hm:downgrade", StringComparison.Ordinal)];

    private string Edit()
    {
        var (name, text) = Assert.Single(project.Migrations);
        project.Write("migrations/" + name, text.Replace("-- hm:downgrade", "-- by hand\n\n-- hm:downgrade", StringComparison.Ordinal));
        return name;
    }

    private void Branch(string revision, string slug)
    {
        var parent = project.Migrations.Keys.Min(StringComparer.Ordinal)!.Split('_')[1];
        project.Write($"migrations/20300101000000_{revision}_{slug}.sql", Migrations.MigrationFile.Seal($"""
            -- migration: {slug}
            -- revision:  {revision}
            -- parents:   {parent}

            -- hm:upgrade

            -- hm:downgrade
            """));
    }
}
