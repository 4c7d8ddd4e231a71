using System.Text.RegularExpressions;
using Hotline.Migrate.Drafting;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

/// <summary>Hashes of text differ from process to process; what is written must not.</summary>
public sealed partial class SameBytesTests(PostgresServer server)
{
    private const string First = """
        CREATE TYPE state AS ENUM ('new', 'done');
        CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
        CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        DO $$ BEGIN
            FOR i IN 1..12 LOOP
                EXECUTE format('CREATE TABLE t%s (id integer PRIMARY KEY, next integer, s state DEFAULT ''new'', p positive, a text, b numeric CHECK (b > 0), gone text, UNIQUE (a, b))', i);
                EXECUTE format('CREATE INDEX ON t%s (twice(id)) WHERE s = ''new''', i);
                EXECUTE format('CREATE VIEW v%s AS SELECT id, a, twice(id) AS d FROM t%s', i, i);
                EXECUTE format('CREATE TRIGGER touched BEFORE UPDATE ON t%s FOR EACH ROW EXECUTE FUNCTION touch()', i);
                EXECUTE format('GRANT SELECT ON t%s, v%s TO PUBLIC', i, i);
                EXECUTE format('COMMENT ON COLUMN t%s.a IS ''a''', i);
            END LOOP;
            FOR i IN 1..12 LOOP
                EXECUTE format('ALTER TABLE t%s ADD FOREIGN KEY (next) REFERENCES t%s', i, i % 12 + 1);
            END LOOP;
        END $$;
        """;

    private const string Second = """
        ALTER FUNCTION touch() RENAME TO touched;
        ALTER TYPE state ADD VALUE 'open' BEFORE 'done';
        DO $$ BEGIN
            FOR i IN 1..12 LOOP
                EXECUTE format('DROP VIEW v%s', i);
                EXECUTE format('ALTER TABLE t%s ALTER a TYPE varchar(90), DROP COLUMN gone, ADD COLUMN c%s uuid', i, i);
                EXECUTE format('CREATE VIEW v%s AS SELECT id, a, b FROM t%s', i, i);
            END LOOP;
        END $$;
        DROP TABLE t3, t7 CASCADE;
        """;

    [Fact]
    public async Task Two_processes_write_the_same_migrations_and_snapshots()
    {
        await using var one = await Workspace.CreateAsync(server);
        await using var two = Workspace.Offline();

        await CreateAsync([one, two], First, "first");
        await CreateAsync([one, two], Second, "second");

        var files = Files(one);
        Assert.True(files.Count > 30, $"Only {files.Count} files.");
        Assert.Equal(files, Files(two));

        async Task CreateAsync(Workspace[] workspaces, string sql, string message)
        {
            await one.Database.ExecuteAsync(sql, TestContext.Current.CancellationToken);
            await using var connection = await one.Database.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
            var schema = await DatabaseInspector.InspectAsync(connection, TestContext.Current.CancellationToken);
            foreach (var work in workspaces)
            {
                work.Directory.Write("Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />\n");
                work.Directory.Write(ModelFile.RelativePath, ModelFile.Write(new ProjectModel(schema, [])));
                (await work.RunAsync("create", message, "--no-build")).Exits(0);
            }
        }
    }

    // A revision's id, its time, and the hash that covers both are its own.
    private static SortedDictionary<string, string> Files(Workspace work) => new(
        Directory.GetFiles(work.Directory["migrations"], "*", SearchOption.AllDirectories).ToDictionary(
            path => Own().Replace(Path.GetRelativePath(work.Directory.Path, path), "_"),
            path => Header().Replace(File.ReadAllText(path), "")),
        StringComparer.Ordinal);

    [GeneratedRegex("[0-9]{14}_[0-9a-f]{12}_")]
    private static partial Regex Own();

    [GeneratedRegex("^-- (revision|parents|created|hash):.*$", RegexOptions.Multiline)]
    private static partial Regex Header();
}
