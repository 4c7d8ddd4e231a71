using Hotline.Migrate.Configuration;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Engine.Tests.Running;
using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Running;
using Hotline.Migrate.Schema;
using Hotline.Migrate.Scratch;
using Hotline.Migrate.Verifying;

namespace Hotline.Migrate.Engine.Tests.Verifying;

public sealed class MigrationVerifierTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrations_that_give_the_model_and_undo_themselves_hold()
    {
        var project = new Project()
            .Add("CREATE TABLE a (id int PRIMARY KEY);", "DROP TABLE a;")
            .Add("ALTER TABLE a ADD COLUMN n text;", "ALTER TABLE a DROP COLUMN n;")
            .AddDraft("CREATE INDEX ix_a_n ON a (n);", "DROP INDEX ix_a_n;");

        var result = await Proof.OfAsync(server, project, "CREATE TABLE a (n text, id int PRIMARY KEY); CREATE INDEX ix_a_n ON a (n)");

        Assert.Empty(result.Findings);
        Assert.Equal((0, 3), (result.Replayed, result.Proven));
    }

    [Fact]
    public async Task A_migration_that_loses_rows_on_the_way_back_does_not_hold()
    {
        var project = new Project()
            .Add("CREATE TABLE a (id int PRIMARY KEY, n int);", "DROP TABLE a;")
            .Add("ALTER TABLE a RENAME TO b;", "CREATE TABLE a (id int, n int); DROP TABLE b; ALTER TABLE a ADD PRIMARY KEY (id); ALTER TABLE a ALTER id SET NOT NULL;");

        var result = await Proof.OfAsync(server, project, "CREATE TABLE b (id int CONSTRAINT a_pkey PRIMARY KEY, n int)");

        Assert.Equal(DiagnosticCodes.RowsLost, Assert.Single(result.Findings).Diagnostic.Code);
    }

    [Fact]
    public async Task A_migration_that_changes_values_unasked_does_not_hold()
    {
        var project = new Project()
            .Add("CREATE TABLE a (id int PRIMARY KEY, n text);", "DROP TABLE a;")
            .Add("ALTER TABLE a ALTER n TYPE text USING upper(n);", "ALTER TABLE a ALTER n TYPE text USING lower(n);")
            .Add("UPDATE a SET n = 'asked';", "UPDATE a SET n = NULL;");

        var finding = Assert.Single((await Proof.OfAsync(server, project, "CREATE TABLE a (id int PRIMARY KEY, n text)")).Findings);

        Assert.Equal((DiagnosticCodes.RowsLost, project.Set.Migrations[1].Revision), (finding.Diagnostic.Code, finding.Revision));
    }

    [Fact]
    public async Task A_migration_that_only_runs_on_empty_tables_does_not_hold()
    {
        var project = new Project()
            .Add("CREATE TABLE a (id int PRIMARY KEY);", "DROP TABLE a;")
            .Add("ALTER TABLE a ADD COLUMN n text NOT NULL;", "ALTER TABLE a DROP COLUMN n;")
            .Add("ALTER TABLE a ADD CHECK (id > 100);", "ALTER TABLE a DROP CONSTRAINT a_id_check;");

        var finding = Assert.Single((await Proof.OfAsync(server, project, "CREATE TABLE a (id int PRIMARY KEY CHECK (id > 100), n text NOT NULL)")).Findings);

        Assert.Equal((DiagnosticCodes.FailsOnRows, project.Set.Migrations[1].Revision), (finding.Diagnostic.Code, finding.Revision));
    }

    [Fact]
    public async Task Generated_migration_of_a_wide_schema_holds()
    {
        var model = await Proof.ModelAsync(server, WideSchema.Sql);
        var body = MigrationBody.Compose(SchemaDiffer.Diff(DatabaseSchema.Empty, model));

        var result = await Proof.OfAsync(server, new Project().Add(body.Upgrade, body.Downgrade).Set, model);

        AssertHolds(result);
    }

    [Fact]
    public async Task Migration_by_hand_holds_whatever_its_spelling_and_whatever_else_it_makes()
    {
        var model = await Proof.ModelAsync(server, WideSchema.Sql);
        var project = new Project().Add(WideSchema.Sql, WideSchema.Down).Add(WideSchema.Others, WideSchema.OthersDown);

        AssertHolds(await Proof.OfAsync(server, project.Set, model));
    }

    [Fact]
    public async Task Model_in_its_authors_words_holds()
    {
        var table = new Table
        {
            Name = QualifiedName.Of("orders"),
            Columns =
            [
                new() { Name = "id", Type = "bigint", Identity = new Identity(Always: true, SequenceOptions.Default) },
                new() { Name = "kind", Type = "character varying(9)", Default = "'a'" },
                new() { Name = "at", Type = "timestamp with time zone", Default = "current_timestamp" },
                new() { Name = "amount", Type = "numeric(10,2)", Default = "0", Nullable = true },
                new() { Name = "twice", Type = "numeric", Nullable = true, Generated = new GeneratedColumn("amount*2", Virtual: false) },
            ],
            PrimaryKey = new() { Name = "pk_orders", Columns = ["id"] },
            Checks = [new() { Name = "ck", Expression = "kind in ('a','b') and amount between 0 and 10 or not amount<>1" }],
            Indexes =
            [
                new()
                {
                    Name = "ix", Elements = [new() { Expression = "lower( kind )" }, new() { Column = "amount", Descending = true }], Where = "kind like 'a%' AND at>'2026-01-01'",
                },
            ],
            RowSecurity = RowSecurity.Enabled,
            Policies = [new() { Name = "own", Using = "id = current_setting('app.id')::int" }],
        };
        var model = DatabaseSchema.Of([table]);
        var body = MigrationBody.Compose(SchemaDiffer.Diff(DatabaseSchema.Empty, model));

        AssertHolds(await Proof.OfAsync(server, new Project().Add(body.Upgrade, body.Downgrade).Set, model));
    }

    [Fact]
    public async Task Upgrade_that_differs_from_the_model_is_found()
    {
        var project = new Project().Add("CREATE TABLE a (id int PRIMARY KEY, n varchar(10));", "DROP TABLE a;");

        var result = await Proof.OfAsync(server, project, "CREATE TABLE a (id int PRIMARY KEY, n varchar(20) DEFAULT 'x'); CREATE INDEX ix ON a (n)");

        Assert.Equal(
            """
            HM0512 : The migrations do not give the schema that the model describes.
            table a
              - index ix on a
                  CREATE INDEX ix ON a (n)
              ~ column a.n character varying(20) -> character varying(10)
                  type: expected character varying(20), found character varying(10)
                  default: expected 'x'::character varying, found none
            """,
            Text(result));
    }

    [Fact]
    public async Task Downgrade_that_forgets_an_index_is_found_and_blamed_on_no_other_revision()
    {
        var project = new Project()
            .Add("CREATE TABLE a (id int PRIMARY KEY, n text);", "DROP TABLE a;")
            .Add("CREATE TABLE b (id int); CREATE INDEX ix_a_n ON a (n);", "DROP TABLE b;")
            .Add("CREATE TABLE c (id int);", "DROP TABLE c;");

        var result = await Proof.OfAsync(
            server, project, "CREATE TABLE a (id int PRIMARY KEY, n text); CREATE TABLE b (id int); CREATE TABLE c (id int); CREATE INDEX ix_a_n ON a (n)");

        Assert.Equal(
            """
            HM0513 000000000002: The downgrade of 000000000002 does not give the schema from before its upgrade.
            table a
              + index ix_a_n on a
                  CREATE INDEX ix_a_n ON a (n)
            """,
            Text(result));
        Assert.Equal(new SourceLocation("migrations/2.sql"), result.Findings[0].Diagnostic.Where);
    }

    [Fact]
    public async Task Downgrade_that_forgets_what_the_model_does_not_know_is_found()
    {
        var project = new Project()
            .Add("CREATE TABLE a (id int);", "DROP TABLE a;")
            .Add(
                """
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER touched BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION touch();
                """,
                "DROP TRIGGER touched ON a;");

        var result = await Proof.OfAsync(server, project, "CREATE TABLE a (id int)");

        Assert.Equal(["+ function touch()"], Assert.Single(result.Findings).Differences.Select(d => d.ToString()));
    }

    [Fact]
    public async Task Downgrade_that_restores_another_check_is_found()
    {
        var project = new Project()
            .Add("CREATE TABLE a (n int CONSTRAINT ck CHECK (n > 0));", "DROP TABLE a;")
            .Add("ALTER TABLE a DROP CONSTRAINT ck;", "ALTER TABLE a ADD CONSTRAINT ck CHECK (n >= 0);");

        var result = await Proof.OfAsync(server, project, "CREATE TABLE a (n int)");

        var difference = Assert.Single(Assert.Single(result.Findings).Differences);
        Assert.Equal("~ check ck on a", difference.ToString());
        Assert.Equal(["expected CONSTRAINT ck CHECK (n > 0)", "found    CONSTRAINT ck CHECK (n >= 0)"], difference.Details);
    }

    [Fact]
    public async Task Downgrade_that_fails_is_found_with_its_line_and_the_others_are_proven_all_the_same()
    {
        var project = new Project()
            .Add("CREATE TABLE a (id int);", "")
            .Add("CREATE TABLE b (id int);", "DROP TABLE nowhere;");

        var result = await Proof.OfAsync(server, project, "CREATE TABLE a (id int); CREATE TABLE b (id int)");

        Assert.Equal([DiagnosticCodes.DowngradeFails, DiagnosticCodes.DowngradeDiffers], result.Findings.Select(f => f.Diagnostic.Code));
        Assert.Equal("The downgrade of 000000000002 fails: table \"nowhere\" does not exist", result.Findings[0].Diagnostic.Summary);
        Assert.Equal(("migrations/2.sql", 10), (result.Findings[0].Diagnostic.Where!.Path, result.Findings[0].Diagnostic.Where!.Line));
        Assert.Equal("42P01", result.Findings[0].Diagnostic.SqlState);
    }

    [Fact]
    public async Task Upgrade_that_fails_ends_the_proof()
    {
        var project = new Project().Add("CREATE TABLE a (id int);", "").Add("CREATE TABLE a (id int);");

        var finding = Assert.Single((await Proof.OfAsync(server, project, "CREATE TABLE a (id int)")).Findings);

        Assert.Equal((DiagnosticCodes.UpgradeFails, "000000000002"), (finding.Diagnostic.Code, finding.Revision));
    }

    [Fact]
    public async Task Upgrade_that_works_only_once_is_found()
    {
        var project = new Project()
            .Add("CREATE TABLE a (id int PRIMARY KEY);", "DROP TABLE a;")
            .Add("INSERT INTO a VALUES (1);");

        var result = await Proof.OfAsync(server, project.Set, null, new VerifyOptions { Applied = [Project.Revision(1)] });

        var finding = Assert.Single(result.Findings);
        Assert.Equal((DiagnosticCodes.SecondUpgradeDiffers, "000000000002", "23505"), (finding.Diagnostic.Code, finding.Revision, finding.Diagnostic.SqlState));
    }

    [Fact]
    public async Task Pending_proof_leaves_applied_revisions_alone()
    {
        var project = new Project().Add("CREATE TABLE a (id int);").Add("CREATE TABLE b (id int);", "DROP TABLE b;");
        const string model = "CREATE TABLE a (id int); CREATE TABLE b (id int)";

        var result = await Proof.OfAsync(server, project, model, new VerifyOptions { Applied = [Project.Revision(1)] });

        AssertHolds(result);
        Assert.Equal((1, 1), (result.Replayed, result.Proven));
        Assert.Equal(["000000000001"], (await Proof.OfAsync(server, project, model)).Findings.Select(f => f.Revision));
    }

    [Fact]
    public async Task All_heads_are_proven_each_revision_after_all_that_it_stands_on()
    {
        Migration[] migrations =
        [
            Migration("c", "CREATE TABLE c AS SELECT b.n FROM a, b WITH NO DATA;", "DROP TABLE c;", "a", "b"),
            Migration("b", "CREATE TABLE b (n int);", "DROP TABLE b;", "f"),
            Migration("d", "CREATE TABLE d (LIKE c);", "DROP TABLE d;", "c"),
            Migration("e", "CREATE TABLE e (LIKE c);", "DROP TABLE e;", "c"),
            Migration("a", "CREATE TABLE a (n int);", "DROP TABLE a;", "f"),
            Migration("f", "", ""),
        ];
        var model = await Proof.ModelAsync(server, string.Concat("abcde".Select(t => $"CREATE TABLE {t} (n int);")));

        AssertHolds(await Proof.OfAsync(server, MigrationSet.Of(migrations), model));
    }

    [Fact]
    public async Task Model_that_needs_what_a_migration_makes_by_hand_holds()
    {
        const string function = "CREATE FUNCTION slug(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower($1)';";
        const string table = "CREATE TABLE a (n text DEFAULT slug('X'), CHECK (n = slug(n)));";
        var project = new Project().Add(function + table, "DROP TABLE a; DROP FUNCTION slug(text);");

        AssertHolds(await Proof.OfAsync(server, project, function + table));
    }

    [Fact]
    public async Task Objects_that_the_project_leaves_to_others_are_no_difference()
    {
        var project = new Project().Add(
            "CREATE SCHEMA ops; CREATE TABLE ops.jobs (id serial); CREATE TABLE legacy (id serial); CREATE TABLE a (id int);",
            "DROP TABLE a; DROP TABLE legacy; DROP SCHEMA ops CASCADE;");
        var options = new VerifyOptions
        {
            Filters = new ObjectFilters { Ignore = new ObjectPatterns { Schemas = ["ops"], Tables = ["legacy"] } },
            Runner = new RunnerOptions { History = new HistoryTableName("Own \"schema\"", "history") },
        };

        AssertHolds(await Proof.OfAsync(server, project, "CREATE TABLE a (id int)", options));
    }

    [Fact]
    public async Task Scratch_databases_are_gone_when_the_proof_is_interrupted()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (id int);").Add("SELECT pg_sleep(60);");
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken);
        var options = new VerifyOptions { Progress = new Interruption(interruption) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => MigrationVerifier.VerifyAsync(project.Set, null, Proof.Settings(database), options, interruption.Token));

        Assert.Equal(0L, await database.ScalarAsync<long>(
            $"SELECT count(*) FROM pg_stat_activity WHERE datname LIKE '{ScratchDatabase.NamePrefix}%' AND query LIKE '%pg_sleep(60)%'", CancellationToken));
    }

    private static Migration Migration(string letter, string upgrade, string downgrade, params string[] parents) => MigrationFile.Parse(
        $"migrations/{letter}.sql",
        MigrationFile.Seal(MigrationFile.Write(
            new MigrationHeader { Revision = Id(letter), Message = letter, Parents = [.. parents.Select(Id)] }, upgrade, downgrade)));

    private static string Id(string letter) => string.Concat(Enumerable.Repeat(letter, 12));

    private static void AssertHolds(VerifyResult result) => Assert.True(result.Holds, Text(result));

    private static string Text(VerifyResult result) => string.Join(
        '\n', result.Findings.Select(f => $"{f.Diagnostic.Code} {f.Revision}: {f.Diagnostic.Summary}\n{f.Diagnostic.Why}"));

    private sealed class Interruption(CancellationTokenSource source) : IProgress<VerifyStep>
    {
        public void Report(VerifyStep value)
        {
            if (value is { Name: "upgrade", Number: 2 })
            {
                source.CancelAfter(TimeSpan.FromMilliseconds(300));
            }
        }
    }
}
