using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Connecting;

public sealed class ConnectionSettingsTests
{
    private static readonly ConnectionOrigin origin = new("--url");

    [Theory]
    [InlineData("postgresql://u:p@h:5433/d", "Host=h;Port=5433;Username=u;Password=p;Database=d")]
    [InlineData("postgres://u:p@h/d", "Host=h;Username=u;Password=p;Database=d;Port=5432")]
    [InlineData("POSTGRESQL://u:p@h/d", "Host=h;Username=u;Password=p;Database=d;Port=5432")]
    [InlineData("postgresql+psycopg://u:p@h/d", "Host=h;Username=u;Password=p;Database=d;Port=5432")]
    [InlineData("postgresql+psycopg2://u:p@h/d", "Host=h;Username=u;Password=p;Database=d;Port=5432")]
    [InlineData("jdbc:postgresql://h:5433/d?user=u&password=p", "Host=h;Port=5433;Username=u;Password=p;Database=d")]
    [InlineData("jdbc:postgresql:d", "Host=localhost;Username=me;Database=d")]
    [InlineData("postgresql://", "Host=localhost;Username=me;Database=me")]
    [InlineData("postgresql://h", "Host=h;Username=me;Database=me")]
    [InlineData("postgresql:///d", "Host=localhost;Username=me;Database=d")]
    [InlineData("postgresql://u%40x:p%3A%2F%40%25%20%C3%A9@h/d%20b", "Host=h;Username=u@x;Password=\"p:/@% é\";Database=\"d b\"")]
    [InlineData("postgresql://u:p@ss@h/d", "Host=h;Username=u;Password=p@ss;Database=d")]
    [InlineData("postgresql://u:p+q@h/d", "Host=h;Username=u;Password=p+q;Database=d")]
    [InlineData("postgresql://u:p#q@h/d", "Host=h;Username=u;Password=p#q;Database=d")]
    [InlineData("postgresql://u@[::1]:5433/d", "Host=::1;Port=5433;Username=u;Database=d")]
    [InlineData("postgresql://u@[2001:db8::1]/d", "Host=2001:db8::1;Username=u;Database=d")]
    [InlineData("postgresql://u@a:1,b:2/d", "Host=\"a:1,b:2\";Username=u;Database=d;Port=5432")]
    [InlineData("postgresql://u@a,b/d", "Host=\"a,b\";Username=u;Database=d")]
    [InlineData("postgresql://u@a:1,b/d", "Host=\"a:1,b:5432\";Username=u;Database=d;Port=5432")]
    [InlineData("postgresql://u@[::1]:1,b:2/d", "Host=\"[::1]:1,b:2\";Username=u;Database=d")]
    [InlineData("postgresql://u@/d?host=/run/postgresql", "Host=/run/postgresql;Username=u;Database=d")]
    [InlineData("postgresql://u@%2Frun%2Fpostgresql/d", "Host=/run/postgresql;Username=u;Database=d")]
    [InlineData("postgresql://u@h/d?sslmode=verify-full&sslrootcert=/ca.pem", "Host=h;Username=u;Database=d;SSL Mode=VerifyFull;Root Certificate=/ca.pem")]
    [InlineData("postgresql://u@h/d?sslmode=require", "Host=h;Username=u;Database=d;SSL Mode=Require")]
    [InlineData("postgresql://u@h/d?sslmode=require&sslrootcert=/ca.pem", "Host=h;Username=u;Database=d;SSL Mode=VerifyCA;Root Certificate=/ca.pem")]
    [InlineData("postgresql://u@h/d?ssl=true", "Host=h;Username=u;Database=d;SSL Mode=Require")]
    [InlineData("postgresql://u@h/d?connect_timeout=7&application_name=x", "Host=h;Username=u;Database=d;Timeout=7;Application Name=x")]
    [InlineData("postgresql://u@h/d?options=-c%20lock_timeout%3D5s", "Host=h;Username=u;Database=d;Options=\"-c lock_timeout=5s\"")]
    [InlineData("postgresql://u@h/d?currentSchema=app", "Host=h;Username=u;Database=d;Search Path=app")]
    [InlineData("postgresql://u@h/d?schema=app", "Host=h;Username=u;Database=d;Search Path=app")]
    [InlineData("postgresql://u@h/d?search_path=a,b", "Host=h;Username=u;Database=d;Search Path=\"a,b\"")]
    [InlineData("postgresql://u@h/d?target_session_attrs=read-write", "Host=h;Username=u;Database=d;Target Session Attributes=read-write")]
    [InlineData("postgresql://u@h/d?channel_binding=require", "Host=h;Username=u;Database=d;Channel Binding=Require")]
    public void A_url_is_understood(string url, string npgsql) => AssertReads(npgsql, url);

    [Theory]
    [InlineData("host=h port=5433 dbname=d user=u password=p", "Host=h;Port=5433;Username=u;Password=p;Database=d")]
    [InlineData("host = h dbname = d user = u", "Host=h;Username=u;Database=d")]
    [InlineData(@"host=h dbname=d user=u password='it\'s a \\ ; secret'", "Host=h;Username=u;Database=d;Password=\"it's a \\ ; secret\"")]
    [InlineData("host=h dbname=d user=u password=a;b", "Host=h;Username=u;Database=d;Password=\"a;b\"")]
    [InlineData("dbname=d", "Host=localhost;Username=me;Database=d")]
    [InlineData("host=a,b port=1,2 dbname=d user=u", "Host=\"a:1,b:2\";Username=u;Database=d")]
    [InlineData("hostaddr=10.0.0.1 dbname=d user=u sslmode=disable", "Host=10.0.0.1;Username=u;Database=d;SSL Mode=Disable")]
    public void A_keyword_string_is_understood(string keywords, string npgsql) => AssertReads(npgsql, keywords);

    [Theory]
    [InlineData("Host=h;Port=5433;Username=u;Password=p;Database=d")]
    [InlineData("host=h;port=5433;username=u;password=p;database=d")]
    [InlineData("Host=h; Database=d; User Id=u; Password=p")]
    [InlineData("Server=h;Database=d;User Id=u;Password='a b;c'")]
    [InlineData("Host=h;Database=d;Username=u;Password=a b")]
    public void An_Npgsql_connection_string_is_understood(string text) => AssertReads(text, text);

    [Theory]
    [InlineData("postgresql://u:s3cret@h/d?sslmod=require", "sslmod", "Did you mean sslmode?")]
    [InlineData("postgresql://u:s3cret@h/d?database=x", "database", "Did you mean dbname?")]
    [InlineData("host=h dbnme=d password=s3cret", "dbnme", "Did you mean dbname?")]
    [InlineData("Host=h;Databse=d;Password=s3cret", "databse", "Did you mean Database?")]
    [InlineData("Host=h;User=u;Password=s3cret", "user", "Did you mean Username?")]
    [InlineData("postgresql://u:s3cret@h/d?zzzzzzzzzz=1", "zzzzzzzzzz", "Remove it.")]
    public void An_unknown_parameter_names_the_nearest_one(string text, string key, string next)
    {
        var diagnostic = Failure(text);

        Assert.Equal(DiagnosticCodes.UnknownConnectionParameter, diagnostic.Code);
        Assert.Equal($"The connection of --url has an unknown parameter: {key}", diagnostic.Summary);
        Assert.Equal([next], diagnostic.NextActions);
    }

    [Theory]
    [InlineData("postgresql://u:s3cret@h/d?sslmode=banana", DiagnosticCodes.InvalidConnectionParameter)]
    [InlineData("postgresql://u:s3cret@h:99999/d", DiagnosticCodes.InvalidConnectionParameter)]
    [InlineData("postgresql://u:s3cret@h:x/d", DiagnosticCodes.InvalidConnectionParameter)]
    [InlineData("postgresql://u:s3cret@h/d?connect_timeout=soon", DiagnosticCodes.InvalidConnectionParameter)]
    [InlineData("host=h,i port=1,2,3 password=s3cret", DiagnosticCodes.InvalidConnectionParameter)]
    [InlineData("Host=h;Port=s3cret", DiagnosticCodes.InvalidConnectionParameter)]
    [InlineData("postgresql://u:s3/cret@h/d", DiagnosticCodes.ConnectionTextUnreadable)]
    [InlineData("postgresql://u:s3?cret@h/d", DiagnosticCodes.ConnectionTextUnreadable)]
    [InlineData("postgresql://u:s3cret%zz@h/d", DiagnosticCodes.ConnectionTextUnreadable)]
    [InlineData("postgresql://u:s3cret%ff@h/d", DiagnosticCodes.ConnectionTextUnreadable)]
    [InlineData("postgresql://u:s3cret@h/d?sslmode", DiagnosticCodes.ConnectionTextUnreadable)]
    [InlineData("mysql://u:s3cret@h/d", DiagnosticCodes.ConnectionTextUnreadable)]
    [InlineData("s3cret", DiagnosticCodes.ConnectionTextUnreadable)]
    [InlineData("Host=h;Password='s3cret", DiagnosticCodes.ConnectionTextUnreadable)]
    [InlineData("  ", DiagnosticCodes.ConnectionTextUnreadable)]
    [InlineData("postgresql://u:12/s3@h/d", DiagnosticCodes.ConnectionTextUnreadable)]
    [InlineData("postgresql://u:p@12/s3@h/d", DiagnosticCodes.ConnectionTextUnreadable)]
    [InlineData("postgresql://u:12?s3@h/d?sslmode=disable", DiagnosticCodes.ConnectionTextUnreadable)]
    [InlineData("host=h password=a s3 dbname=d", DiagnosticCodes.ConnectionTextUnreadable)]
    [InlineData("host=h password='s3", DiagnosticCodes.ConnectionTextUnreadable)]
    [InlineData("host=h password=a b;s3 dbname=d", DiagnosticCodes.ConnectionTextUnreadable)]
    [InlineData("Host=h Password=s3;Database=d", DiagnosticCodes.ConnectionTextUnreadable)]
    [InlineData("Host=h;Password=a;s3=b;Database=d", DiagnosticCodes.ConnectionTextUnreadable)]
    public void A_text_that_cannot_be_read_gives_its_code_and_never_itself(string text, string code)
    {
        var exception = Assert.Throws<DiagnosticException>(() => ConnectionSettings.Parse(text, origin, Surroundings.With()));

        Assert.Equal(FailureKind.Usage, exception.Kind);
        Assert.Equal(code, exception.Diagnostics[0].Code);
        Assert.DoesNotContain("s3", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3", exception.Diagnostics[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgresql://u:s3cret@h:5433/d", "postgresql://u:***@h:5433/d")]
    [InlineData("postgresql://u@h/d", "postgresql://u@h:5432/d")]
    [InlineData("Host=h;Username=u;Password=s3cret;Database=a b", "postgresql://u:***@h:5432/a%20b")]
    [InlineData("postgresql://u:s3cret@a:1,b:2/d", "postgresql://u:***@a:1,b:2/d")]
    [InlineData("postgresql://u:s3cret@[::1]:1/d", "postgresql://u:***@[::1]:1/d")]
    [InlineData("postgresql://u:s3cret@/d?host=/run/pg", "postgresql://u:***@:5432/d?host=/run/pg")]
    public void The_form_to_show_has_no_password(string text, string shown)
    {
        var settings = Parse(text);

        Assert.Equal(shown, settings.Redacted);
        Assert.Equal(shown, settings.ToString());
    }

    [Theory]
    [InlineData("postgresql+asyncpg://u@h/d", "+asyncpg")]
    [InlineData("postgresql://u@h/d?pgbouncer=true", "pgbouncer")]
    [InlineData("postgresql://u@h/d?connection_limit=1", "connection_limit")]
    public void What_is_passed_over_is_a_warning(string text, string key)
    {
        var warning = Assert.Single(Parse(text).Warnings);

        Assert.Equal(DiagnosticCodes.IgnoredConnectionParameter, warning.Code);
        Assert.Contains(key, warning.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_url_leaves_open_comes_from_the_variables()
    {
        var surroundings = Surroundings.With(
            ("PGHOST", "h"), ("PGPORT", "5433"), ("PGUSER", "u"), ("PGPASSWORD", "p"), ("PGDATABASE", "d"), ("PGSSLMODE", "require"));

        AssertReads("Host=h;Port=5433;Username=u;Password=p;Database=d;SSL Mode=Require", "postgresql://", surroundings);
        AssertReads("Host=other;Port=5433;Username=x;Password=p;Database=y;SSL Mode=Disable", "postgresql://x@other/y?sslmode=disable", surroundings);
        AssertReads("Host=other;Username=u;Password=p;Database=u", "Host=other", surroundings);
    }

    [Theory]
    [InlineData("postgresql://u@h/d", null, GssEncryptionMode.Disable)]
    [InlineData("Host=h", null, GssEncryptionMode.Disable)]
    [InlineData("postgresql://u@h/d?gssencmode=require", "prefer", GssEncryptionMode.Require)]
    [InlineData("postgresql://u@h/d", "prefer", GssEncryptionMode.Prefer)]
    [InlineData("Host=h", "require", GssEncryptionMode.Require)]
    [InlineData("Host=h;GSS Encryption Mode=Prefer", "require", GssEncryptionMode.Prefer)]
    public void Kerberos_encryption_is_tried_only_where_it_is_asked_for(string text, string? variable, GssEncryptionMode mode)
    {
        var surroundings = variable is null ? Surroundings.With() : Surroundings.With(("PGGSSENCMODE", variable));

        Assert.Equal(mode, ConnectionSettings.Parse(text, origin, surroundings).ToBuilder().GssEncryptionMode);
    }

    [Fact]
    public void A_service_gives_what_the_text_leaves_open_and_goes_before_the_variables()
    {
        using var home = new TestDirectory();
        home.Write(".pg_service.conf", "# ours\n[other]\nhost=no\n\n[hotline]\nhost=h\nport=5433\ndbname=d\nuser = u\npassword=p;'q\n[last]\nhost=no\n");

        AssertReads(
            "Host=h;Port=5433;Username=u;Password=\"p;'q\";Database=e",
            "postgresql:///e?service=hotline",
            Surroundings.In(home.Path, ("PGHOST", "no")));
        AssertReads(
            "Host=h;Port=5433;Username=u;Password=\"p;'q\";Database=d",
            "postgresql://",
            Surroundings.With(("PGSERVICE", "hotline"), ("PGSERVICEFILE", home[".pg_service.conf"])));
        Assert.Equal(
            DiagnosticCodes.ConnectionServiceMissing,
            Assert.Throws<DiagnosticException>(() => ConnectionSettings.Parse("service=nope", origin, Surroundings.In(home.Path))).Diagnostics[0].Code);
    }

    [Fact]
    public void Another_database_of_the_same_server_keeps_everything_else()
    {
        var other = Parse("postgresql://u:s3cret@h:5433/d?sslmode=require").WithDatabase("postgres");

        Assert.Equal("postgresql://u:***@h:5433/postgres", other.Redacted);
        Assert.Equal("s3cret", other.ToBuilder().Password);
        Assert.Equal(SslMode.Require, other.ToBuilder().SslMode);
    }

    private static ConnectionSettings Parse(string text) => ConnectionSettings.Parse(text, origin, Surroundings.With());

    private static Diagnostic Failure(string text) =>
        Assert.Throws<DiagnosticException>(() => Parse(text)).Diagnostics[0];

    private static void AssertReads(string npgsql, string text, ConnectionSurroundings? surroundings = null) => Assert.Equal(
        Parts(new NpgsqlConnectionStringBuilder(npgsql)),
        Parts(ConnectionSettings.Parse(text, origin, surroundings ?? Surroundings.With()).ToBuilder()));

    // The default port may be written or not, and Kerberos has its own test.
    private static IEnumerable<string> Parts(NpgsqlConnectionStringBuilder builder)
    {
        builder.Port = builder.Port;
        builder.GssEncryptionMode = GssEncryptionMode.Disable;
        return builder.Keys.Select(k => $"{k}={builder[k]}").Order(StringComparer.Ordinal);
    }
}
