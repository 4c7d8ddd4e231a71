namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Text search dictionaries and configurations, and what stands on them.</summary>
public sealed class TextSearchChangeTests(PostgresServer server)
{
    private const string Table = """
        CREATE SCHEMA s;
        CREATE TABLE t (id integer, a text);
        """;

    private const string Search = """
        CREATE TEXT SEARCH DICTIONARY s.stems (TEMPLATE = snowball, Language = 'german', StopWords = 'german');
        COMMENT ON TEXT SEARCH DICTIONARY s.stems IS 'Stems';
        CREATE TEXT SEARCH DICTIONARY "Plain" (TEMPLATE = simple, Accept = false);
        CREATE TEXT SEARCH CONFIGURATION public.german (PARSER = "default");
        ALTER TEXT SEARCH CONFIGURATION public.german ADD MAPPING FOR asciiword, word WITH "Plain", s.stems;
        ALTER TEXT SEARCH CONFIGURATION public.german ADD MAPPING FOR int, email WITH simple;
        COMMENT ON TEXT SEARCH CONFIGURATION public.german IS 'Own words';
        CREATE TEXT SEARCH CONFIGURATION s.copied (COPY = public.german);
        """;

    private const string Users = """
        CREATE TABLE t (id integer, a text, found tsvector GENERATED ALWAYS AS (to_tsvector('public.german', coalesce(a, ''))) STORED, language regconfig DEFAULT 's.copied');
        CREATE INDEX i ON t USING gin (to_tsvector('s.copied', a));
        CREATE TABLE email (id integer, a text CHECK (to_tsvector('public.german', a) @@ to_tsquery('public.german', 'x')));
        CREATE VIEW v AS SELECT ts_headline('public.german'::regconfig, a, to_tsquery('s.copied', 'x')) AS head FROM t;
        CREATE FUNCTION vector(text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$ SELECT to_tsvector('public.german', $1) $$;
        """;

    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["dictionaries and configurations come with what is made of them"] = new(
            "CREATE TABLE other (id integer);",
            $"CREATE TABLE other (id integer); CREATE SCHEMA s; {Search} {Users}"),
        ["a column made of a configuration comes to a table"] = new(
            $"{Table} INSERT INTO t VALUES (1, 'x');",
            $"""
            {Table} {Search}
            ALTER TABLE t ADD found tsvector GENERATED ALWAYS AS (to_tsvector('public.german', coalesce(a, ''))) STORED;
            CREATE INDEX i ON t USING gin (to_tsvector('s.copied'::regconfig, a));
            """),
        ["mappings and options change in place"] = new(
            $"CREATE SCHEMA s; {Search} {Users}",
            $"""
            CREATE SCHEMA s; {Search} {Users}
            ALTER TEXT SEARCH CONFIGURATION public.german ALTER MAPPING FOR word WITH simple;
            ALTER TEXT SEARCH CONFIGURATION public.german DROP MAPPING FOR email;
            ALTER TEXT SEARCH CONFIGURATION public.german ADD MAPPING FOR url WITH "Plain";
            ALTER TEXT SEARCH DICTIONARY s.stems (StopWords);
            ALTER TEXT SEARCH DICTIONARY "Plain" (Accept = true, StopWords = 'english');
            COMMENT ON TEXT SEARCH CONFIGURATION public.german IS 'Other words';
            COMMENT ON TEXT SEARCH DICTIONARY s.stems IS NULL;
            """),
        ["a dictionary of another template is made anew with all that stands on it"] = new(
            $"CREATE SCHEMA s; {Search} {Users}",
            $"CREATE SCHEMA s; {Search.Replace("TEMPLATE = snowball, Language = 'german', StopWords", "TEMPLATE = simple, StopWords", StringComparison.Ordinal)} {Users}"),
    };

    [Fact]
    public async Task Mappings_and_options_change_without_a_new_index()
    {
        var body = await RoundTrip.ProveAsync(server, Changes["mappings and options change in place"], TestContext.Current.CancellationToken);

        Assert.DoesNotContain("CREATE ", body.Upgrade + body.Downgrade, StringComparison.Ordinal);
    }

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
