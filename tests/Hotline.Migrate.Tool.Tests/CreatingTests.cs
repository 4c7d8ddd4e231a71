using Hotline.Migrate.Drafting;
using Hotline.Migrate.Schema;
using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class CreatingTests(PostgresServer server)
{
    [Fact]
    public async Task Create_asks_at_a_terminal_whether_a_column_was_renamed()
    {
        await using var work = await Workspace.CreateAsync(server);
        await BeginAsync(work, Users("mail"));
        Leave(work, Users("email"));

        var created = await work.Tool.RunAtTerminalAsync("perhaps\n1\n", "create", "email", "--no-build");

        Assert.Equal(0, created.ExitCode);
        Assert.Contains("The column users.mail is gone. Was it renamed?", created.Output, StringComparison.Ordinal);
        Assert.Contains("ALTER TABLE users RENAME COLUMN mail TO email;", Newest(work), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_drops_what_somebody_at_a_terminal_says_is_gone()
    {
        await using var work = await Workspace.CreateAsync(server);
        await BeginAsync(work, Users("mail"));
        Leave(work, Users("email"));

        Assert.Equal(0, (await work.Tool.RunAtTerminalAsync("d\n", "create", "email", "--no-build")).ExitCode);

        Assert.Contains("ALTER TABLE users DROP COLUMN mail;", Newest(work), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_seals_nothing_where_nobody_can_be_asked()
    {
        await using var work = await Workspace.CreateAsync(server);
        await BeginAsync(work, Users("mail"));
        Leave(work, Users("email"));

        (await work.RunAsync("create", "email", "--no-build")).Exits(2);

        Assert.Single(Directory.GetFiles(work.Directory["migrations"]));
    }

    [Fact]
    public async Task Create_with_verify_seals_what_holds_and_nothing_else()
    {
        await using var work = await Workspace.CreateAsync(server);
        await BeginAsync(work, Users("mail"));
        var broken = Users("mail");
        Leave(work, broken with { Checks = [new CheckConstraint { Name = "users_check", Expression = "missing_function(mail)" }] });

        var refused = (await work.RunAsync("create", "check", "--no-build", "--verify", "--json")).Exits(3);

        Assert.Equal("HM0510", refused.ErrorCode);
        Assert.Single(Directory.GetFiles(work.Directory["migrations"]));
        Leave(work, broken with { Checks = [new CheckConstraint { Name = "users_check", Expression = "mail <> ''" }] });
        (await work.RunAsync("create", "check", "--no-build", "--verify")).Exits(0);
        Assert.Equal(2, Directory.GetFiles(work.Directory["migrations"]).Length);
        Assert.Equal("", await work.TablesAsync());
    }

    [Fact]
    public async Task Create_with_verify_points_at_the_line_of_the_draft_that_fails()
    {
        await using var work = await Workspace.CreateAsync(server);
        await BeginAsync(work, Users("mail"));
        Leave(work, Users("mail") with { Columns = [.. Users("mail").Columns, new Column { Name = "age", Type = "integer", Nullable = true }] });
        work.Directory.Write("migrations/20300101000000_0123456789ab_draft.sql", $"""
            -- migration: draft
            -- revision:  0123456789ab
            -- parents:   {Path.GetFileName(Directory.GetFiles(work.Directory["migrations"]).Single()).Split('_')[1]}
            -- created:   2030-01-01T00:00:00Z
            -- draft:     h1:{new string('0', 64)}

            -- hm:upgrade
            ALTER TABLE users ADD COLUMN age integer;

            UPDATE users SET age = missing_function(mail);

            -- hm:downgrade
            ALTER TABLE users DROP COLUMN age;
            """);

        var refused = (await work.RunAsync("create", "age", "--no-build", "--verify")).Exits(3);

        Assert.Contains("20300101000000_0123456789ab_draft.sql:10:24", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("all", "CREATE INDEX CONCURRENTLY users_mail_idx ON users (mail);", "VALIDATE")]
    [InlineData("constraints", "CREATE INDEX users_mail_idx ON users (mail);", "VALIDATE")]
    [InlineData("none", "CREATE INDEX users_mail_idx ON users (mail);", "CHECK (mail <> '');")]
    public async Task The_configuration_says_what_is_written_for_a_busy_database(string online, string index, string check)
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Directory.Write("hotline-migrate.json", $$"""{ "online": "{{online}}" }""");
        await BeginAsync(work, Users("mail"));
        Leave(work, Users("mail") with
        {
            Indexes = [new TableIndex { Name = "users_mail_idx", Elements = [new IndexElement { Column = "mail" }] }],
            Checks = [new CheckConstraint { Name = "users_mail_check", Expression = "mail <> ''" }],
        });

        (await work.RunAsync("create", "email", "--no-build", "--verify")).Exits(0);

        Assert.Contains(index, Newest(work), StringComparison.Ordinal);
        Assert.Contains(check, Newest(work), StringComparison.Ordinal);
    }

    private static Table Users(string column) => new()
    {
        Name = QualifiedName.Of("users"),
        Columns = [new Column { Name = "id", Type = "integer" }, new Column { Name = column, Type = "text", Nullable = true }],
    };

    private static async Task BeginAsync(Workspace work, Table table)
    {
        work.Directory.Write("Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />\n");
        Leave(work, table);
        (await work.RunAsync("create", "init", "--no-build")).Exits(0);
    }

    private static void Leave(Workspace work, Table table) =>
        work.Directory.Write(ModelFile.RelativePath, ModelFile.Write(new ProjectModel(DatabaseSchema.Of([table]), [])));

    private static string Newest(Workspace work) => File.ReadAllText(Directory.GetFiles(work.Directory["migrations"], "*_email.sql").Single());
}
