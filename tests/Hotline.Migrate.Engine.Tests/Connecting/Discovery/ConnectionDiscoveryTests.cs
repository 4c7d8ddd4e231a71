using System.Text;
using Hotline.Migrate.Connecting.Discovery;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Engine.Tests.Connecting.Discovery;

public sealed class ConnectionDiscoveryTests : IDisposable
{
    private readonly TestDirectory directory = new("discovery");

    private string App => Directory.CreateDirectory(directory["app"]).FullName;

    public void Dispose() => directory.Dispose();

    [Fact]
    public void The_first_place_in_the_order_wins()
    {
        directory.Write(".env", "HOTLINE_MIGRATE_URL=postgresql://dotenv-tool/d\nDATABASE_URL=postgresql://dotenv/d\n");
        directory.Write("app/App.csproj", "<Project><PropertyGroup><UserSecretsId>my-id</UserSecretsId></PropertyGroup></Project>");
        directory.Write("home/.microsoft/usersecrets/my-id/secrets.json", """{ "ConnectionStrings:Default": "Host=secrets" }""");
        directory.Write("app/appsettings.Development.json", """{ "ConnectionStrings": { "Default": "Host=appsettings-development" } }""");
        directory.Write("app/appsettings.json", """{ "ConnectionStrings": { "Default": "Host=appsettings" } }""");

        var request = Request(
            ("HOTLINE_MIGRATE_URL", "postgresql://tool/d"),
            ("DATABASE_URL", "postgresql://variable/d"),
            ("ConnectionStrings__Default", "Host=aspnet"),
            ("PGHOST", "pghost")) with
        {
            Url = "postgresql://url/d",
            Configured = new("dev", "postgresql://configured/d", "/etc/hotline-migrate.json"),
        };

        var hosts = new List<string>();
        var places = ConnectionDiscovery.Find(request).Places;
        for (var found = ConnectionDiscovery.Find(request); found.Settings is { } settings; found = ConnectionDiscovery.Find(request))
        {
            hosts.Add(settings.Host);
            request = Without(request, found.Settings.Origin);
        }

        Assert.Equal(
            ["url", "tool", "variable", "dotenv-tool", "dotenv", "configured", "secrets", "aspnet", "appsettings-development", "appsettings", "pghost"],
            hosts);
        Assert.Equal(ConnectionPlaceOutcome.Used, places[0].Outcome);
        Assert.Equal(10, places.Count(p => p.Outcome == ConnectionPlaceOutcome.Shadowed));
    }

    [Fact]
    public void A_chosen_environment_goes_before_the_applications_variable_but_not_before_the_tools_own()
    {
        directory.Write("app/.env", "DATABASE_URL=postgresql://dotenv/d");
        var request = Request(("DATABASE_URL", "postgresql://variable/d")) with
        {
            EnvironmentWasChosen = true,
            Configured = new("staging", "postgresql://staging/d", "hotline-migrate.json"),
        };

        Assert.Equal("staging", Find(request).Host);
        Assert.Equal("environment staging in hotline-migrate.json", Find(request).Origin.ToString());
        Assert.Equal("tool", Find(request with { Surroundings = Surroundings.With(("HOTLINE_MIGRATE_URL", "postgresql://tool/d")) }).Host);
    }

    [Fact]
    public void The_nearest_env_file_with_the_name_wins()
    {
        directory.Write(".env", "DATABASE_URL=postgresql://far/d");
        directory.Write("app/.env", "OTHER=1");

        var found = ConnectionDiscovery.Find(Request());

        Assert.Equal("far", found.Settings?.Host);
        Assert.Equal($"DATABASE_URL in {directory[".env"]}", found.Settings?.Origin.ToString());
        Assert.Contains(found.Places, p => p.Origin.File == directory["app/.env"] && p.Outcome == ConnectionPlaceOutcome.Absent);
    }

    [Fact]
    public void An_env_file_in_UTF16_is_read()
    {
        File.WriteAllText(Path.Combine(App, ".env"), "DATABASE_URL=postgresql://h/d\r\n", Encoding.Unicode);

        Assert.Equal("h", Find(Request()).Host);
    }

    [Fact]
    public void The_configuration_takes_variables_from_the_environment_and_from_env_files()
    {
        directory.Write("app/.env", "HOST=of-the-file\nPASSWORD=s3cret");
        var request = Request(("HOST", "of-the-environment")) with
        {
            Configured = new("dev", "postgresql://u:${PASSWORD}@${HOST}/d", "hotline-migrate.json"),
        };

        Assert.Equal("of-the-environment", Find(request).Host);
        Assert.Equal("s3cret", Find(request).ToBuilder().Password);

        var missing = Failure(request with { Configured = new("dev", "postgresql://${NOPE}/d", "hotline-migrate.json") });
        Assert.Equal(DiagnosticCodes.ConnectionVariableMissing, missing.Code);
        Assert.Contains("NOPE", missing.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "ConnectionStrings": { "Other": "Host=other", "Hotline": "Host=hotline", "Default": "Host=default" } }""", null, "hotline")]
    [InlineData("""{ "ConnectionStrings": { "Other": "Host=other", "DefaultConnection": "Host=default" } }""", null, "default")]
    [InlineData("""{ "ConnectionStrings": { "Only": "Host=only" } }""", null, "only")]
    [InlineData("""{ "connectionstrings": { "default": "Host=default" } }""", null, "default")]
    [InlineData("""{ "ConnectionStrings:Only": "Host=only", } // comments and commas""", null, "only")]
    [InlineData("""{ "ConnectionStrings": { "Default": "Host=default", "Mine": "Host=mine" } }""", "Mine", "mine")]
    [InlineData("\uFEFF{ \"ConnectionStrings\": { \"Default\": \"Host=default\" } }", null, "default")]
    public void The_connection_string_that_is_meant_is_chosen(string json, string? name, string host)
    {
        directory.Write("app/appsettings.json", json);

        Assert.Equal(host, Find(Request() with { ConnectionName = name }).Host);
    }

    [Theory]
    [InlineData("""{ "ConnectionStrings": { "A": "Host=a", "B": "Host=b" } }""", null)]
    [InlineData("""{ "ConnectionStrings": { "Only": "Host=only" } }""", "Mine")]
    [InlineData("""{ "ConnectionStrings": { "Default": "" } }""", null)]
    [InlineData("""{ "Logging": {} }""", null)]
    [InlineData("[]", null)]
    public void No_connection_string_is_guessed(string json, string? name)
    {
        directory.Write("app/appsettings.json", json);

        Assert.Null(ConnectionDiscovery.Find(Request() with { ConnectionName = name }).Settings);
    }

    [Fact]
    public void The_environment_picks_the_settings_file_and_user_secrets_count_in_Development_only()
    {
        directory.Write("app/App.csproj", "<Project><PropertyGroup><UserSecretsId>my-id</UserSecretsId></PropertyGroup></Project>");
        directory.Write("home/.microsoft/usersecrets/my-id/secrets.json", """{ "ConnectionStrings": { "Default": "Host=secrets" } }""");
        directory.Write("app/appsettings.Staging.json", """{ "ConnectionStrings": { "Default": "Host=staging" } }""");

        Assert.Equal("secrets", Find(Request()).Host);
        Assert.Equal("secrets", Find(Request() with { Environment = "development" }).Host);
        Assert.Equal("staging", Find(Request() with { Environment = "Staging" }).Host);
        Assert.Equal("staging", Find(Request(("DOTNET_ENVIRONMENT", "Staging"))).Host);
        Assert.Equal("staging", Find(Request(("ASPNETCORE_ENVIRONMENT", "Staging"))).Host);
    }

    [Fact]
    public void An_environment_for_development_may_have_any_name()
    {
        directory.Write("app/appsettings.Development.json", """{ "ConnectionStrings": { "Default": "Host=development" } }""");
        var request = Request() with { Environment = "local", IsDevelopment = true };

        Assert.Equal("development", Find(request).Host);
        Assert.Null(ConnectionDiscovery.Find(request with { IsDevelopment = false }).Settings);

        directory.Write("app/appsettings.local.json", """{ "ConnectionStrings": { "Default": "Host=local" } }""");
        Assert.Equal("local", Find(request).Host);
    }

    [Fact]
    public void A_broken_settings_file_is_an_error_with_its_line_but_only_where_it_is_needed()
    {
        directory.Write("app/appsettings.json", "{\n  \"ConnectionStrings\": {\n    oops\n");

        var diagnostic = Failure(Request());
        Assert.Equal(DiagnosticCodes.ConnectionFileUnreadable, diagnostic.Code);
        Assert.Equal(directory["app/appsettings.json"] + ":3", diagnostic.Where?.ToString());

        var found = ConnectionDiscovery.Find(Request() with { Url = "postgresql://h/d" });
        Assert.Equal("h", found.Settings?.Host);
        Assert.Contains(found.Places, p => p.Outcome == ConnectionPlaceOutcome.Unreadable && p.Origin.Name == directory["app/appsettings.json"]);
    }

    [Fact]
    public void An_env_file_that_is_not_UTF8_is_an_error()
    {
        File.WriteAllBytes(Path.Combine(App, ".env"), [.. "DATABASE_URL="u8, 0xE9, 0x0A]);

        Assert.Equal(DiagnosticCodes.ConnectionFileUnreadable, Failure(Request()).Code);
    }

    [Fact]
    public void Without_a_connection_the_error_lists_every_place()
    {
        var diagnostic = Assert.Throws<DiagnosticException>(() => ConnectionDiscovery.Find(Request(("PGUSER", "u"))).Require()).Diagnostics[0];

        Assert.Equal(DiagnosticCodes.NoConnection, diagnostic.Code);
        Assert.Equal(
            $"""
            Looked at:
              --url
              HOTLINE_MIGRATE_URL
              DATABASE_URL
              DATABASE_URL in .env: no such file in {App} and above
              the configuration's environment
              user secrets: no project with a UserSecretsId
              ConnectionStrings__*
              ConnectionStrings in {Path.Combine(App, "appsettings.Development.json")}: no such file
              ConnectionStrings in {Path.Combine(App, "appsettings.json")}: no such file
              PGHOST, PGDATABASE or PGSERVICE
            """,
            diagnostic.Why);
    }

    [Fact]
    public void No_place_shows_a_password()
    {
        directory.Write("app/.env", "DATABASE_URL=postgresql://u:s3cret@h/d");
        directory.Write("app/appsettings.json", """{ "ConnectionStrings": { "Default": "Host=h;Pasword=s3cret" } }""");

        var found = ConnectionDiscovery.Find(Request(("PGHOST", "h"), ("PGPASSWORD", "s3cret")));

        Assert.DoesNotContain("s3cret", string.Join('\n', found.Places), StringComparison.Ordinal);
    }

    private ConnectionRequest Request(params (string Name, string Value)[] variables) => new()
    {
        Directory = App,
        Surroundings = Surroundings.In(directory["home"], variables),
    };

    private static Migrate.Connecting.ConnectionSettings Find(ConnectionRequest request) => ConnectionDiscovery.Find(request).Require();

    private static Diagnostic Failure(ConnectionRequest request) =>
        Assert.Throws<DiagnosticException>(() => ConnectionDiscovery.Find(request)).Diagnostics[0];

    /// <summary>The same request after the place of the last hit was emptied.</summary>
    private ConnectionRequest Without(ConnectionRequest request, Migrate.Connecting.ConnectionOrigin origin)
    {
        if (origin.File is { } file && file.StartsWith(directory.Path, StringComparison.Ordinal))
        {
            var lines = File.ReadAllLines(file);
            File.WriteAllLines(file, file.EndsWith(".env", StringComparison.Ordinal) ? lines.Skip(1) : ["{}"]);
            return request;
        }

        return origin.Name == "--url" ? request with { Url = null }
            : origin.File is not null ? request with { Configured = null }
            : request with
            {
                Surroundings = request.Surroundings with
                {
                    Variables = request.Surroundings.Variables
                        .Where(v => v.Key != origin.Name && !(v.Key == "PGHOST" && origin.Name.StartsWith("PGHOST", StringComparison.Ordinal)))
                        .ToDictionary(),
                },
            };
    }
}
