using Hotline.Migrate.Impact;
using Hotline.Migrate.Impact.Catalog;
using Hotline.Migrate.Planning;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Planning;

/// <summary>What is told of a statement before it runs is what the server does when it runs.</summary>
public sealed class StatementLockTests(PostgresServer server)
{
    private const string Schema =
        """
        CREATE EXTENSION IF NOT EXISTS btree_gist;
        CREATE DOMAIN positive AS int CHECK (VALUE > 0);
        CREATE DOMAIN plain AS int;
        CREATE FUNCTION steady() RETURNS int STABLE LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
        CREATE FUNCTION moody() RETURNS int VOLATILE LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
        CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TABLE tenants (id int PRIMARY KEY, name varchar(20));
        CREATE TABLE users (
            id int PRIMARY KEY, tenant_id int REFERENCES tenants, name varchar(20), email text, age smallint, big int, price numeric(10, 2),
            made timestamp, at timestamptz(3), flag bool, data json, ip cidr, pos positive, n int, code varchar(5),
            CONSTRAINT big_known CHECK (big IS NOT NULL AND big > 0), CONSTRAINT code_check CHECK (code <> ''));
        ALTER TABLE users ADD CONSTRAINT age_check CHECK (age > 0) NOT VALID;
        CREATE INDEX users_email_idx ON users (email);
        CREATE UNIQUE INDEX users_n_key ON users (n);
        CREATE TRIGGER fired BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION fire();
        CREATE POLICY own ON users USING (true);
        CREATE TABLE orders (id int PRIMARY KEY, user_id int);
        ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users NOT VALID;
        ALTER TABLE orders ADD CONSTRAINT orders_user_id_tenant FOREIGN KEY (user_id) REFERENCES tenants NOT VALID;
        CREATE TABLE logs (id int, day date NOT NULL) PARTITION BY RANGE (day);
        CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
        CREATE TABLE logs_rest PARTITION OF logs DEFAULT;
        CREATE TABLE loose (id int, day date NOT NULL);
        CREATE MATERIALIZED VIEW totals AS SELECT 1 AS c;
        CREATE VIEW names AS SELECT name FROM tenants;
        CREATE SEQUENCE tickets;
        CREATE TABLE "Odd Name" (id int);
        INSERT INTO tenants SELECT i, 'x' FROM generate_series(1, 20) i;
        INSERT INTO users SELECT i, 1, 'x', 'x', 1, 1, 1, now(), now(), true, '{}', '10.0.0.0/8', 1, i, 'x' FROM generate_series(1, 20) i;
        INSERT INTO loose VALUES (1, '2027-01-01');
        ANALYZE;
        """;

    private const string Statements =
        """
        CREATE TABLE fresh (id int);
        CREATE TABLE fresh (id int REFERENCES users, other int, FOREIGN KEY (other) REFERENCES tenants (id));
        CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
        CREATE TABLE fresh (LIKE users INCLUDING ALL);
        CREATE TABLE fresh () INHERITS (tenants);
        CREATE TABLE fresh AS SELECT extract(year FROM u.made) FROM users u, tenants t;
        DROP TABLE orders;
        DROP TABLE "Odd Name";
        DROP TABLE logs_1;
        DROP TABLE logs;
        TRUNCATE orders;
        TRUNCATE TABLE users CASCADE;
        TRUNCATE logs;
        ALTER TABLE users RENAME TO people;
        ALTER TABLE users RENAME COLUMN name TO label;
        ALTER TABLE users SET SCHEMA elsewhere;
        ALTER INDEX users_email_idx RENAME TO i;
        ALTER TABLE users ADD COLUMN a int;
        ALTER TABLE users ADD COLUMN a int NOT NULL DEFAULT 7;
        ALTER TABLE users ADD a timestamptz DEFAULT now();
        ALTER TABLE users ADD COLUMN a int DEFAULT steady();
        ALTER TABLE users ADD COLUMN a int DEFAULT moody();
        ALTER TABLE users ADD COLUMN a uuid DEFAULT gen_random_uuid();
        ALTER TABLE users ADD COLUMN a serial;
        ALTER TABLE users ADD COLUMN a int GENERATED ALWAYS AS IDENTITY;
        ALTER TABLE users ADD COLUMN a int GENERATED ALWAYS AS (id * 2) STORED;
        ALTER TABLE users ADD COLUMN a positive;
        ALTER TABLE users ADD COLUMN a plain;
        ALTER TABLE users ADD COLUMN a int REFERENCES tenants;
        ALTER TABLE users ADD COLUMN a int UNIQUE;
        ALTER TABLE logs ADD COLUMN a int;
        ALTER TABLE users ADD COLUMN a int, ADD COLUMN b int DEFAULT moody();
        ALTER TABLE users DROP COLUMN name;
        ALTER TABLE users DROP COLUMN tenant_id;
        ALTER TABLE users ALTER COLUMN name SET DEFAULT 'x';
        ALTER TABLE users ALTER name DROP DEFAULT;
        ALTER TABLE users ALTER COLUMN email SET NOT NULL;
        ALTER TABLE users ALTER COLUMN big SET NOT NULL;
        ALTER TABLE users ALTER COLUMN name SET STATISTICS 100;
        ALTER TABLE users ALTER COLUMN name SET (n_distinct = 5);
        ALTER TABLE users ALTER COLUMN name SET STORAGE EXTERNAL;
        ALTER TABLE users ALTER COLUMN name TYPE varchar(30);
        ALTER TABLE users ALTER COLUMN name TYPE text;
        ALTER TABLE users ALTER COLUMN name TYPE varchar(10);
        ALTER TABLE users ALTER COLUMN name TYPE text USING name;
        ALTER TABLE users ALTER COLUMN name TYPE text USING name::text;
        ALTER TABLE users ALTER COLUMN name TYPE text USING upper(name);
        ALTER TABLE users ALTER COLUMN email TYPE varchar;
        ALTER TABLE users ALTER COLUMN email TYPE varchar(100);
        ALTER TABLE users ALTER COLUMN age TYPE int;
        ALTER TABLE users ALTER COLUMN n TYPE bigint;
        ALTER TABLE users ALTER COLUMN n TYPE oid;
        ALTER TABLE users ALTER COLUMN n TYPE plain;
        ALTER TABLE users ALTER COLUMN n TYPE positive;
        ALTER TABLE users ALTER COLUMN pos TYPE int;
        ALTER TABLE users ALTER COLUMN price TYPE numeric(12, 2);
        ALTER TABLE users ALTER COLUMN price TYPE numeric(12, 3);
        ALTER TABLE users ALTER COLUMN price TYPE numeric;
        ALTER TABLE users ALTER COLUMN made TYPE timestamptz;
        ALTER TABLE users ALTER COLUMN made TYPE timestamp(3);
        ALTER TABLE users ALTER COLUMN at TYPE timestamptz(6);
        ALTER TABLE users ALTER COLUMN data TYPE jsonb;
        ALTER TABLE users ALTER COLUMN ip TYPE inet;
        ALTER TABLE users ADD CONSTRAINT k CHECK (n > 0);
        ALTER TABLE users ADD CONSTRAINT k CHECK (n > 0) NOT VALID;
        ALTER TABLE users VALIDATE CONSTRAINT age_check;
        ALTER TABLE orders VALIDATE CONSTRAINT orders_user;
        ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES tenants;
        ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES tenants NOT VALID;
        ALTER TABLE logs ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES tenants;
        ALTER TABLE orders ALTER CONSTRAINT orders_user DEFERRABLE;
        ALTER TABLE orders DROP CONSTRAINT orders_user;
        ALTER TABLE users DROP CONSTRAINT age_check;
        ALTER TABLE users ADD CONSTRAINT u UNIQUE (id);
        ALTER TABLE users ADD CONSTRAINT u UNIQUE USING INDEX users_n_key;
        ALTER TABLE loose ADD PRIMARY KEY (id);
        ALTER TABLE loose ADD EXCLUDE USING gist (id WITH =);
        CREATE INDEX i ON users (name);
        CREATE INDEX i ON logs (id);
        CREATE INDEX i ON ONLY logs (id);
        DROP INDEX users_email_idx;
        REINDEX TABLE users;
        REINDEX INDEX users_email_idx;
        CLUSTER users USING users_pkey;
        ALTER TABLE users CLUSTER ON users_pkey;
        ALTER TABLE users SET WITHOUT CLUSTER;
        ANALYZE users;
        CREATE STATISTICS s ON name, email FROM users;
        COMMENT ON TABLE users IS 'x';
        COMMENT ON COLUMN public.users.name IS 'x';
        CREATE PUBLICATION p FOR TABLE users, tenants;
        CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION fire();
        ALTER TABLE users DISABLE TRIGGER fired;
        DROP TRIGGER fired ON users;
        ALTER TRIGGER fired ON users RENAME TO f;
        CREATE RULE r AS ON INSERT TO loose DO NOTHING;
        ALTER TABLE users ENABLE ROW LEVEL SECURITY;
        CREATE POLICY p ON users USING (n > 0);
        ALTER POLICY own ON users USING (n > 0);
        DROP POLICY own ON users;
        ALTER TABLE orders SET UNLOGGED;
        ALTER TABLE users SET (fillfactor = 70);
        ALTER TABLE users SET (user_catalog_table = true);
        ALTER TABLE users REPLICA IDENTITY FULL;
        ALTER TABLE users OWNER TO CURRENT_USER;
        ALTER TABLE logs ATTACH PARTITION loose FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
        ALTER TABLE logs DETACH PARTITION logs_1;
        CREATE VIEW v AS SELECT u.name FROM users u JOIN tenants t ON t.id = u.tenant_id;
        CREATE OR REPLACE VIEW names AS SELECT name FROM tenants;
        DROP VIEW names;
        ALTER VIEW names RENAME TO labels;
        REFRESH MATERIALIZED VIEW totals;
        CREATE MATERIALIZED VIEW m AS SELECT * FROM users;
        DROP MATERIALIZED VIEW totals;
        ALTER SEQUENCE tickets AS bigint;
        ALTER SEQUENCE tickets RENAME TO t;
        GRANT SELECT ON tenants TO PUBLIC;
        GRANT UPDATE (id), INSERT ON TABLE users, orders TO PUBLIC;
        REVOKE ALL ON tenants FROM PUBLIC;
        GRANT USAGE ON SCHEMA elsewhere TO PUBLIC;
        UPDATE users SET n = n WHERE id = 3;
        WITH gone AS (DELETE FROM loose RETURNING id) INSERT INTO orders SELECT id, id FROM gone;
        INSERT INTO tenants VALUES (100, 'y');
        SELECT * FROM users FOR UPDATE;
        SELECT count(*) FROM users WHERE id IN (SELECT id FROM tenants);
        LOCK TABLE users, tenants IN SHARE ROW EXCLUSIVE MODE;
        LOCK orders;
        ALTER DOMAIN positive ADD CONSTRAINT c CHECK (VALUE < 1000);
        ALTER DOMAIN positive ADD CONSTRAINT c CHECK (VALUE < 1000) NOT VALID;
        """;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_locks_and_rewrites_that_are_told_are_those_that_the_server_shows()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync(Schema, CancellationToken);
        await database.ExecuteAsync("CREATE SCHEMA elsewhere", CancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);
        List<string> wrong = [];
        foreach (var sql in Statements.Split(";\n", StringSplitOptions.RemoveEmptyEntries).Select(s => s.TrimEnd(';', '\n')))
        {
            var names = new ImpactAnalysis(CatalogFacts.None).Next(sql).Relations.Select(r => r.Relation).ToList();
            var facts = await CatalogFactsReader.ReadAsync(connection, names, ImpactAnalysis.FunctionsOf(sql), CancellationToken);
            var told = StatementImpact.Of(sql, facts).Relations
                .Where(r => facts.Find(r.Relation) is { Kind: not RelationKind.Index } && r.Lock > LockMode.None)
                .Select(r => $"{r.Relation}: {r.Lock}{(r.Work == TableWork.Rewrite ? " rewrite" : "")}")
                .Order(StringComparer.Ordinal);
            var expected = await RunAsync(connection, sql);
            if (!told.SequenceEqual(expected))
            {
                wrong.Add($"{sql}\n    told:   {string.Join(", ", told)}\n    server: {string.Join(", ", expected)}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static async Task<List<string>> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var transaction = await connection.BeginTransactionAsync(CancellationToken);
        await ExecuteAsync("CREATE TEMP TABLE before ON COMMIT DROP AS SELECT oid, relname, relfilenode FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'm', 'v', 'S')");
        try
        {
            await ExecuteAsync(sql);
        }
        catch (PostgresException e)
        {
            return [e.Message];
        }

        await using var command = new NpgsqlCommand(
            """
            SELECT b.relname || ': ' || (array_agg(replace(l.mode, 'Lock', '') ORDER BY array_position(
                       ARRAY['AccessShareLock', 'RowShareLock', 'RowExclusiveLock', 'ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'], l.mode) DESC))[1]
                   || CASE WHEN min(c.relkind) <> 'S' AND min(b.relfilenode) <> min(c.relfilenode) AND $1 NOT LIKE 'TRUNCATE%' THEN ' rewrite' ELSE '' END
            FROM before b JOIN pg_locks l ON l.relation = b.oid AND l.pid = pg_backend_pid()
            LEFT JOIN pg_class c ON c.oid = b.oid
            GROUP BY b.relname
            """,
            connection,
            transaction) { Parameters = { new() { Value = sql } } };
        List<string> found = [];
        await using (var row = await command.ExecuteReaderAsync(CancellationToken))
        {
            while (await row.ReadAsync(CancellationToken))
            {
                found.Add(row.GetString(0));
            }
        }

        await transaction.RollbackAsync(CancellationToken);
        found.Sort(StringComparer.Ordinal);
        return found;

        async Task ExecuteAsync(string text)
        {
            await using var one = new NpgsqlCommand(text, connection, transaction);
            await one.ExecuteNonQueryAsync(CancellationToken);
        }
    }
}
