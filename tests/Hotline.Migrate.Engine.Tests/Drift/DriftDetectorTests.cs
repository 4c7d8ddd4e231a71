using Hotline.Migrate.Comparing;
using Hotline.Migrate.Configuration;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Drift;
using Hotline.Migrate.Engine.Tests.Running;
using Hotline.Migrate.Engine.Tests.Verifying;
using Hotline.Migrate.Running;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Engine.Tests.Drift;

public sealed class DriftDetectorTests(PostgresServer server)
{
    private const string Users = """
        CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL, age int DEFAULT 18, note text, CONSTRAINT ck_age CHECK (age > 0));
        CREATE INDEX ix_users_email ON users (email);
        """;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Index_that_a_failed_build_left_invalid_is_drift_and_is_built_anew()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (id int);").Add("CREATE UNIQUE INDEX ix ON a (id);", "DROP INDEX ix;");
        await project.UpgradeAsync(database);
        await database.ExecuteAsync("DROP INDEX ix; INSERT INTO a VALUES (1), (1)", CancellationToken);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => database.ExecuteAsync("CREATE UNIQUE INDEX CONCURRENTLY ix ON a (id)", CancellationToken));

        var report = await DetectAsync(project, database);
        Assert.Contains("ix", Assert.Single(report.Differences).ToString(), StringComparison.Ordinal);
        await database.ExecuteAsync("TRUNCATE a", CancellationToken);
        await database.ExecuteAsync(report.RevertSql, CancellationToken);

        AssertNone(await DetectAsync(project, database));
        Assert.True(await database.ScalarAsync<bool>("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass", CancellationToken));
    }

    [Fact]
    public async Task What_is_said_of_the_schema_public_is_the_projects_although_the_history_is_in_it()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("""
            GRANT CREATE ON SCHEMA public TO pg_monitor;
            ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO pg_monitor;
            """);
        await project.UpgradeAsync(database);
        await database.ExecuteAsync("""
            CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL, type varchar(20) NOT NULL,
                script varchar(1000) NOT NULL, checksum int, installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(), execution_time int NOT NULL, success bool NOT NULL);
            COMMENT ON SCHEMA public IS 'ours';
            REVOKE CREATE ON SCHEMA public FROM pg_monitor;
            ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE SELECT ON TABLES FROM pg_monitor;
            """, CancellationToken);

        var report = await DetectAsync(project, database);
        Assert.Equal(3, report.Differences.Count);
        await database.ExecuteAsync(report.RevertSql, CancellationToken);

        AssertNone(await DetectAsync(project, database));
    }

    [Fact]
    public async Task Database_that_is_what_its_revisions_make_has_no_drift()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add(WideSchema.Sql).Add(WideSchema.Others);
        await project.UpgradeAsync(database);

        AssertNone(await DetectAsync(project, database));
    }

    [Theory]
    [InlineData("pagila")]
    [InlineData("chinook")]
    [InlineData("northwind")]
    public async Task Real_schema_has_no_drift(string name)
    {
        var path = Path.Combine(RepositoryRoot.Path, "..", "shared", "schemas", name + ".sql");
        Assert.SkipUnless(File.Exists(path), $"The sample schema {name}.sql is not beside this checkout.");
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add(await File.ReadAllTextAsync(path, CancellationToken));
        await project.UpgradeAsync(database);

        AssertNone(await DetectAsync(project, database));
    }

    [Fact]
    public async Task Pending_revisions_are_no_drift()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add(Users);
        await project.UpgradeAsync(database);
        project.Add("DROP TABLE users;");

        AssertNone(await DetectAsync(project, database));
    }

    [Fact]
    public async Task Database_made_of_what_it_reads_as_itself_has_no_drift()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        const string table = "CREATE TABLE a (s varchar(9) CHECK (s IN ('a', 'b')));";
        var project = new Project().Add(table);
        await project.StampAsync(database, "head");
        var body = Hotline.Migrate.Rendering.MigrationBody.Compose(
            SchemaDiffer.Diff(DatabaseSchema.Empty, await Proof.ModelAsync(server, table)));
        await database.ExecuteAsync(body.Upgrade, CancellationToken);

        AssertNone(await DetectAsync(project, database));
    }

    [Fact]
    public async Task Changes_by_hand_are_shown_as_a_tree_and_as_sql_both_ways()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add(Users);
        await project.UpgradeAsync(database);
        await database.ExecuteAsync(
            """
            INSERT INTO users VALUES (1, 'a', 20, 'n');
            CREATE INDEX ix_users_age ON users (age DESC);
            ALTER TABLE users DROP COLUMN note, ALTER COLUMN age SET DEFAULT 21, DROP CONSTRAINT ck_age, ADD CONSTRAINT ck_age CHECK (age >= 0);
            CREATE TABLE extra (id int);
            CREATE VIEW adults AS SELECT u.id, u.age FROM users u CROSS JOIN extra e WHERE u.age > e.id;
            """,
            CancellationToken);

        var report = await DetectAsync(project, database);

        Assert.True(report.HasDrift);
        Assert.Equal([Project.Revision(1)], report.Heads);
        Snapshot.Match(string.Join('\n', [.. DifferenceTree.Lines(report.Differences), "", "ADOPT", report.AdoptSql, "REVERT", report.RevertSql]), "txt");
    }

    [Fact]
    public async Task Revert_takes_the_drift_away_and_adopt_makes_it_official()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add(Users);
        await project.UpgradeAsync(database);
        await database.ExecuteAsync("INSERT INTO users VALUES (1, 'a'); CREATE INDEX ix ON users (age); ALTER TABLE users DROP COLUMN note", CancellationToken);
        var drift = await DetectAsync(project, database);

        await AssertRevertedThenAdoptedAsync(project, database, drift);
    }

    [Fact]
    public async Task Rename_by_hand_is_asked_about_and_answered()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add(Users);
        await project.UpgradeAsync(database);
        await database.ExecuteAsync("ALTER TABLE users RENAME COLUMN email TO mail", CancellationToken);

        var report = await DetectAsync(project, database);
        Assert.Contains("--rename users.email=users.mail", Assert.Single(report.Unclear).NextActions[0], StringComparison.Ordinal);
        Assert.Contains(report.Differences, d => d.ToString() == "- column users.email");

        var answered = await DetectAsync(project, database, new DriftOptions { Answers = DiffAnswers.Parse(["users.email=users.mail"], []) });
        Assert.Empty(answered.Unclear);
        Assert.Equal("ALTER TABLE users RENAME COLUMN mail TO email;\n", answered.RevertSql);
    }

    [Fact]
    public async Task What_the_filters_leave_to_others_is_no_drift()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add(Users);
        await project.UpgradeAsync(database);
        await database.ExecuteAsync(
            "CREATE SCHEMA ops; CREATE TABLE ops.jobs (id serial); CREATE TYPE ops.kind AS ENUM ('a'); CREATE VIEW ops.v AS SELECT 1; CREATE TABLE legacy_a (id serial)",
            CancellationToken);
        var filters = new ObjectFilters { Ignore = new ObjectPatterns { Schemas = ["ops"], Tables = ["legacy_*"] } };

        Assert.True((await DetectAsync(project, database)).HasDrift);
        AssertNone(await DetectAsync(project, database, new DriftOptions { Filters = filters }));
    }

    [Fact]
    public async Task Filters_of_objects_leave_out_objects_of_any_kind_by_their_name()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add(Users);
        await project.UpgradeAsync(database);
        await database.ExecuteAsync(
            """
            CREATE FUNCTION tmp_f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
            CREATE TYPE tmp_kind AS ENUM ('a');
            CREATE DOMAIN tmp_d AS text;
            CREATE PUBLICATION tmp_p;
            CREATE FUNCTION kept() RETURNS int LANGUAGE sql AS 'SELECT 1';
            """,
            CancellationToken);

        var ignoring = await DetectAsync(project, database, new DriftOptions { Filters = new ObjectFilters { Ignore = new ObjectPatterns { Objects = ["tmp_*"] } } });
        var managing = await DetectAsync(
            project,
            database,
            new DriftOptions { Filters = new ObjectFilters { Manage = new ObjectPatterns { Tables = ["users"], Objects = ["kept", "public.tmp_p"] } } });

        Assert.Equal(["+ function kept()"], ignoring.Differences.Select(d => d.ToString()));
        Assert.Contains("+ publication tmp_p", managing.Differences.Select(d => d.ToString()));
    }

    [Fact]
    public async Task Filters_of_roles_say_whose_privileges_count()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add(Users + "GRANT SELECT ON users TO PUBLIC;");
        await project.UpgradeAsync(database);
        await database.ExecuteAsync("GRANT INSERT ON users TO pg_monitor; GRANT UPDATE ON users TO PUBLIC", CancellationToken);
        async Task<string> Drift(ObjectPatterns manage, ObjectPatterns ignore) => string.Join(
            '\n',
            DifferenceTree.Lines((await DetectAsync(project, database, new DriftOptions { Filters = new ObjectFilters { Manage = manage, Ignore = ignore } })).Differences));

        var usual = await Drift(new ObjectPatterns(), new ObjectPatterns());
        var all = await Drift(new ObjectPatterns { Roles = ["*"] }, new ObjectPatterns());
        var none = await Drift(new ObjectPatterns(), new ObjectPatterns { Roles = ["public"] });
        var one = await Drift(new ObjectPatterns { Roles = ["*"] }, new ObjectPatterns { Roles = ["pg_*"] });

        Assert.Contains("UPDATE", usual, StringComparison.Ordinal);
        Assert.DoesNotContain("pg_monitor", usual, StringComparison.Ordinal);
        Assert.Contains("pg_monitor", all, StringComparison.Ordinal);
        Assert.Equal("", none);
        Assert.Equal(usual, one);
    }

    [Fact]
    public async Task What_PUBLIC_may_do_is_drift_though_no_migration_speaks_of_it()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add(Users + "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';");
        await project.UpgradeAsync(database);
        await database.ExecuteAsync("REVOKE ALL ON SCHEMA public FROM PUBLIC; GRANT SELECT ON users TO PUBLIC; REVOKE EXECUTE ON FUNCTION one() FROM PUBLIC", CancellationToken);

        var report = await DetectAsync(project, database);
        Assert.Equal(["~ privileges on function one", "~ privileges on table users"], report.Differences.Select(d => d.ToString()));
        await database.ExecuteAsync(report.RevertSql, CancellationToken);

        AssertNone(await DetectAsync(project, database));
    }

    [Fact]
    public async Task Only_what_differs_is_told_and_not_what_is_made_anew_along_with_it()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add(
            "CREATE SCHEMA app; CREATE VIEW app.v AS SELECT 1 AS a; CREATE VIEW w AS SELECT 1 AS x FROM app.v; ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;");
        await project.UpgradeAsync(database);
        await database.ExecuteAsync("ALTER VIEW app.v RENAME COLUMN a TO b; COMMENT ON SCHEMA app IS 'ours'", CancellationToken);

        var report = await DetectAsync(project, database);

        Assert.Equal(["~ comment on schema app", "~ view app.v"], report.Differences.Select(d => d.ToString()));
        Assert.Contains("REVOKE", report.RevertSql, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_model_does_not_know_is_reverted_and_adopted_too()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add(
            "CREATE TABLE users (id int PRIMARY KEY, name text, up int REFERENCES users); CREATE INDEX ix ON users (lower(name)); CREATE TYPE pair AS (a text, b text);");
        await project.UpgradeAsync(database);
        await database.ExecuteAsync(
            """
            ALTER TABLE users ALTER COLUMN id SET STATISTICS 500, ALTER COLUMN name SET (n_distinct = 5, n_distinct_inherited = -0.5);
            ALTER INDEX ix ALTER COLUMN 1 SET STATISTICS 7;
            COMMENT ON INDEX users_pkey IS 'it''s';
            CREATE FUNCTION whole(pair) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a';
            CREATE CAST (pair AS text) WITH FUNCTION whole(pair) AS ASSIGNMENT;
            CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq, COMMUTATOR = ===, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES);
            CREATE CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
            """,
            CancellationToken);
        var drift = await DetectAsync(project, database);
        Assert.DoesNotContain("by hand", drift.AdoptSql + drift.RevertSql, StringComparison.Ordinal);

        await AssertRevertedThenAdoptedAsync(project, database, drift);
    }

    [Fact]
    public async Task Triggers_of_foreign_keys_that_somebody_disabled_are_enabled_again()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE users (id int PRIMARY KEY, up int REFERENCES users);");
        await project.UpgradeAsync(database);
        await database.ExecuteAsync("ALTER TABLE users DISABLE TRIGGER ALL", CancellationToken);

        var report = await DetectAsync(project, database);
        Assert.Contains("-- to be written by hand: + state of triggers of users", report.AdoptSql, StringComparison.Ordinal);
        await database.ExecuteAsync(report.RevertSql, CancellationToken);

        AssertNone(await DetectAsync(project, database));
    }

    [Fact]
    public async Task Applied_draft_is_replayed_as_it_was_applied()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().AddDraft("CREATE TABLE a (id int);");
        await project.UpgradeAsync(database, new RunnerOptions { AllowDrafts = true });
        project.Replace(1, "CREATE TABLE b (id int);", isSealed: false);

        AssertNone(await DetectAsync(project, database));
        AssertNone(await DetectAsync(project.RemoveLast(), database));
    }

    [Fact]
    public async Task Edited_migration_is_replayed_with_a_warning()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (id int);");
        await project.UpgradeAsync(database);

        var report = await DetectAsync(project.Replace(1, "CREATE TABLE a (id int); CREATE TABLE b (id int);"), database);

        Assert.Equal(DiagnosticCodes.EditedRevisionReplayed, Assert.Single(report.Warnings).Code);
        Assert.Equal(["- table b"], report.Differences.Select(d => d.ToString()));
    }

    [Fact]
    public async Task Revision_that_nobody_can_replay_is_named()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (id int);");
        await project.UpgradeAsync(database);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => DetectAsync(project.RemoveLast(), database));

        Assert.Equal((DiagnosticCodes.RevisionNotReplayable, FailureKind.Usage), (failure.Diagnostics[0].Code, failure.Kind));
    }

    private static Task<DriftReport> DetectAsync(Project project, TestDatabase database, DriftOptions? options = null) =>
        DriftDetector.DetectAsync(project.Set, Proof.Settings(database), options, CancellationToken);

    private static async Task AssertRevertedThenAdoptedAsync(Project project, TestDatabase database, DriftReport drift)
    {
        await database.ExecuteAsync(drift.RevertSql, CancellationToken);
        AssertNone(await DetectAsync(project, database));

        await database.ExecuteAsync(drift.AdoptSql, CancellationToken);
        project.Add(drift.AdoptSql, drift.RevertSql);
        await project.StampAsync(database, "head");
        AssertNone(await DetectAsync(project, database));
    }

    private static void AssertNone(DriftReport report) =>
        Assert.True(!report.HasDrift, string.Join('\n', DifferenceTree.Lines(report.Differences)));
}
