using Npgsql;

namespace Hotline.Migrate.Testing;

/// <summary>Thirty migrations of every kind, which count how often each of their parts ran, up and down.</summary>
public static class CountedMigrations
{
    // T is one transaction, S two of them, C indexes built without locking, B batches, M all of it in one file.
    private const string Kinds = "TTSCBTTTTTTTTMSCBTTTTCTTTBSTMT";
    private const int Rows = 240;

    /// <summary>Creates what the migrations work on. The counts lie outside of what they make, so that a way down does not forget the way up.</summary>
    public static string Setup =>
        $"""
        CREATE TABLE rows (id int PRIMARY KEY, up int NOT NULL, down int NOT NULL);
        INSERT INTO rows SELECT g, 0, 0 FROM generate_series(1, {Rows}) g;
        CREATE TABLE happened (revision int, part int, direction text);
        CREATE TABLE expected (revision int, part int, direction text);
        INSERT INTO expected VALUES {string.Join(", ", Kinds.Select((kind, i) => (kind, Number: i + 1)).SelectMany(Expected))};
        """;

    /// <summary>The upgrade and the downgrade of each, to be put one on top of the other.</summary>
    public static IReadOnlyList<(string Upgrade, string Downgrade)> All => [.. Kinds.Select((kind, i) => (Up(kind, i + 1), Down(kind, i + 1)))];

    /// <summary>What is there too often, not often enough or half done behind so many ways up and down; empty when nothing is.</summary>
    public static async Task<string> FindWrongAsync(NpgsqlDataSource source, int ups, int downs, CancellationToken cancellationToken)
    {
        var isUp = ups > downs;
        await using var command = source.CreateCommand(
            $"""
            SELECT concat_ws('; ',
                (SELECT string_agg(format('part %s of the %s of %s ran %s times', part, direction, revision, times), ', ') FROM (
                    SELECT *, (SELECT count(*) FROM happened h WHERE (h.revision, h.part, h.direction) = (e.revision, e.part, e.direction)) AS times
                    FROM expected e) counted
                 WHERE times <> CASE direction WHEN 'upgrade' THEN {ups} ELSE {downs} END),
                (SELECT format('%s rows went up %s to %s times and down %s to %s times', count(*), min(up), max(up), min(down), max(down)) FROM rows
                 WHERE (up, down) <> ({ups * Count('B', 'M')}, {downs * Count('B', 'M')}) HAVING count(*) > 0),
                (SELECT format('%s indexes, %s of them valid', count(*), count(*) FILTER (WHERE indisvalid)) FROM pg_index
                 WHERE indrelid = 'rows'::regclass AND NOT indisprimary
                 HAVING (count(*), count(*) FILTER (WHERE indisvalid)) <> ({(isUp ? Count('C', 'M') : 0)}, {(isUp ? Count('C', 'M') : 0)})),
                (SELECT format('%s tables', count(*)) FROM pg_tables
                 WHERE schemaname = 'public' AND tablename ~ '^t[0-9]+$' HAVING count(*) <> {(isUp ? Count('T', 'S', 'M') : 0)}),
                (SELECT format('%s applied', count(*)) FROM hotline_migrations HAVING count(*) <> {(isUp ? Kinds.Length : 0)}),
                (SELECT format('half done: %s', string_agg(revision, ', ')) FROM hotline_migrations_journal HAVING count(*) > 0))
            """);
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static int Count(params char[] kinds) => Kinds.Count(kinds.Contains);

    private static IEnumerable<string> Expected((char Kind, int Number) migration) =>
        from part in Enumerable.Range(1, migration.Kind is 'S' or 'M' ? 2 : 1)
        from direction in (string[])["upgrade", "downgrade"]
        select FormattableString.Invariant($"({migration.Number}, {part}, '{direction}')");

    private static string Up(char kind, int number)
    {
        string Ran(int part) => FormattableString.Invariant($"INSERT INTO happened VALUES ({number}, {part}, 'upgrade');");
        return kind switch
        {
            'T' => $"CREATE TABLE t{number} (n int);\n{Ran(1)}\nSELECT pg_sleep(0.002);",
            'S' => $"CREATE TABLE t{number} (n int);\n{Ran(1)}\n-- hm:step two\n{Ran(2)}\nALTER TABLE t{number} ADD m int;",
            'C' => $"-- hm:no-transaction\nCREATE INDEX CONCURRENTLY i{number} ON rows (up);\n{Ran(1)}\nREINDEX INDEX CONCURRENTLY i{number};",
            'B' => $"-- hm:no-transaction\n-- hm:batch size=60 key=id\nUPDATE rows SET up = up + 1;\n{Ran(1)}",
            _ =>
                $"""
                CREATE TABLE t{number} (n int);
                {Ran(1)}
                -- hm:step online
                -- hm:no-transaction
                CREATE INDEX CONCURRENTLY i{number} ON rows (down);
                -- hm:batch size=60 key=id
                UPDATE rows SET up = up + 1;
                -- hm:step rest
                {Ran(2)}
                COMMENT ON INDEX i{number} IS 'there';
                """,
        };
    }

    private static string Down(char kind, int number)
    {
        string Ran(int part) => FormattableString.Invariant($"INSERT INTO happened VALUES ({number}, {part}, 'downgrade');");
        return kind switch
        {
            'T' => $"DROP TABLE t{number};\n{Ran(1)}",
            'S' => $"ALTER TABLE t{number} DROP m;\n{Ran(1)}\n-- hm:step two\n{Ran(2)}\nDROP TABLE t{number};",
            'C' => $"-- hm:no-transaction\n{Ran(1)}\nDROP INDEX CONCURRENTLY i{number};",
            'B' => $"-- hm:no-transaction\n{Ran(1)}\n-- hm:batch size=60 key=id\nUPDATE rows SET down = down + 1;",
            _ =>
                $"""
                {Ran(1)}
                -- hm:step online
                -- hm:no-transaction
                -- hm:batch size=60 key=id
                UPDATE rows SET down = down + 1;
                DROP INDEX CONCURRENTLY i{number};
                -- hm:step rest
                {Ran(2)}
                DROP TABLE t{number};
                """,
        };
    }
}
