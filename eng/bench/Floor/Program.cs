using Npgsql;

// The least that a program can do: nothing, open a connection, or run files in a bare loop.
if (args is ["nothing"])
{
    return 0;
}

if (args is not [var mode, var connectionString, .. var rest])
{
    Console.Error.WriteLine("nothing | open CONNECTION | each CONNECTION FOLDER | one CONNECTION FOLDER | batched CONNECTION FOLDER");
    return 2;
}

await using var source = NpgsqlDataSource.Create(connectionString);
await using var connection = await source.OpenConnectionAsync();
if (mode == "open")
{
    return 0;
}

await ExecuteAsync("CREATE TABLE IF NOT EXISTS floor_history (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())");
var applied = await AppliedAsync();
var shared = mode == "each" ? null : await connection.BeginTransactionAsync();
var atOnce = mode == "batched" ? 50 : 1;
var pending = Directory.EnumerateFiles(rest[0], "*.sql").Order(StringComparer.Ordinal).Where(path => !applied.Contains(Path.GetFileName(path)));
foreach (var paths in pending.Chunk(atOnce))
{
    var transaction = shared ?? await connection.BeginTransactionAsync();
    await using var batch = new NpgsqlBatch(connection, transaction);
    foreach (var path in paths)
    {
        // The benchmark's files have an empty line between statements and none inside.
        foreach (var statement in (await File.ReadAllTextAsync(path)).Split("\n\n"))
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand("INSERT INTO floor_history (name) VALUES ($1)") { Parameters = { new() { Value = Path.GetFileName(path) } } });
    }

    await batch.ExecuteNonQueryAsync();
    if (shared is null)
    {
        await transaction.CommitAsync();
        await transaction.DisposeAsync();
    }
}

if (shared is not null)
{
    await shared.CommitAsync();
    await shared.DisposeAsync();
}

return 0;

async Task ExecuteAsync(string sql)
{
    await using var command = new NpgsqlCommand(sql, connection);
    await command.ExecuteNonQueryAsync();
}

async Task<HashSet<string>> AppliedAsync()
{
    await using var command = new NpgsqlCommand("SELECT name FROM floor_history", connection);
    await using var reader = await command.ExecuteReaderAsync();
    var names = new HashSet<string>(StringComparer.Ordinal);
    while (await reader.ReadAsync())
    {
        names.Add(reader.GetString(0));
    }

    return names;
}
