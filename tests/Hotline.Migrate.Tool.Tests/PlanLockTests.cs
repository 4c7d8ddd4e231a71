using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class PlanLockTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_tells_the_locks_the_rewrites_and_how_big_the_tables_are()
    {
        await using var work = await Workspace.CreateAsync(server);
        await work.Database.ExecuteAsync(
            """
            CREATE TABLE tenants (id int PRIMARY KEY);
            CREATE TABLE users (id int PRIMARY KEY, tenant_id int, name varchar(20), note text);
            CREATE INDEX users_name_idx ON users (name);
            INSERT INTO tenants SELECT generate_series(1, 5000);
            INSERT INTO users SELECT i, i % 5000 + 1, 'n' || i, 'x' FROM generate_series(1, 12345) i;
            ANALYZE;
            """,
            CancellationToken);
        work.Migration("r1", "widen and link",
            """
            ALTER TABLE users ADD COLUMN avatar_url text;
            ALTER TABLE users ALTER COLUMN name TYPE varchar(40);
            ALTER TABLE users ALTER COLUMN id TYPE bigint;
            ALTER TABLE users ADD CONSTRAINT users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) NOT VALID;
            CREATE TABLE calls (id int);
            CREATE INDEX calls_id_idx ON calls (id);
            INSERT INTO tenants VALUES (6001);
            INSERT INTO tenants VALUES (6002);
            INSERT INTO tenants VALUES (6003);
            DO $$ BEGIN NULL; END $$;
            """, "DROP TABLE calls;");
        work.Migration("r2", "check", "ALTER TABLE users VALIDATE CONSTRAINT users_tenant_id_fkey;", "SELECT 1;", "r1");
        work.Migration("r3", "index",
            "-- hm:no-transaction\nDROP INDEX CONCURRENTLY users_name_idx;\nCREATE INDEX CONCURRENTLY users_note_idx ON users (note);", "DROP INDEX users_note_idx;", "r2");
        work.Migration("r4", "new only", "CREATE TABLE later (id int);", "DROP TABLE later;", "r3");

        var plan = (await work.RunAsync("upgrade", "--plan")).Exits(0);
        var json = (await work.RunAsync("upgrade", "--plan", "--json")).Exits(0);

        var first = json.Json.GetProperty("data").GetProperty("changes")[0].GetProperty("statements")[2];
        Assert.Equal(9, first.GetProperty("line").GetInt32());
        var rewrite = first.GetProperty("locks")[0];
        Assert.Equal("ACCESS EXCLUSIVE", rewrite.GetProperty("lock").GetString());
        Assert.Equal("rewrite", rewrite.GetProperty("work").GetString());
        Assert.Equal(12345, rewrite.GetProperty("rows").GetInt64());
        Assert.True(rewrite.GetProperty("bytes").GetInt64() > 500_000);
        Snapshot.Match(work.Stable(plan.Output));
    }
}
