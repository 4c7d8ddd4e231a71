using Hotline.Migrate.Locking;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Statements that travel to the server together, and which command of the migration each one is.</summary>
internal sealed class CommandBatch : IAsyncDisposable
{
    /// <summary>How many statements of migrations travel at once.</summary>
    public const int MostCommands = 500;

    /// <summary>How many characters of them do.</summary>
    public const int MostCharacters = 1 << 20;

    private readonly NpgsqlBatch batch;
    private readonly List<MigrationCommand?> origins = [];

    public CommandBatch(NpgsqlConnection connection, NpgsqlTransaction? transaction = null) =>
        batch = new NpgsqlBatch(connection, transaction) { Timeout = 0 };

    /// <summary>How many statements it holds.</summary>
    public int Count => origins.Count;

    /// <summary>Adds a statement of the migration. Without parameters Npgsql sends it as it stands.</summary>
    public CommandBatch Add(SqlCommand command)
    {
        batch.BatchCommands.Add(new NpgsqlBatchCommand(command.Sql));
        origins.Add(command);
        return this;
    }

    /// <summary>Adds a statement of the migration, and behind it what keeps the timeouts where it would reset them.</summary>
    public CommandBatch Add(SqlCommand command, WorkSession session)
    {
        Add(command);
        return session.SettingsBehind(command.Sql) is { } settings ? Add(settings) : this;
    }

    /// <summary>Adds a statement of the runner.</summary>
    public CommandBatch Add(string sql) => Add(new NpgsqlBatchCommand(sql));

    /// <inheritdoc cref="Add(string)"/>
    public CommandBatch Add(NpgsqlBatchCommand command) => Add(command, null);

    /// <summary>Adds a statement that the runner made of a command of the migration.</summary>
    public CommandBatch Add(NpgsqlBatchCommand command, MigrationCommand? origin)
    {
        batch.BatchCommands.Add(command);
        origins.Add(origin);
        return this;
    }

    /// <inheritdoc cref="Add(string)"/>
    public CommandBatch AddRange(IEnumerable<NpgsqlBatchCommand> commands)
    {
        foreach (var command in commands)
        {
            Add(command);
        }

        return this;
    }

    /// <inheritdoc cref="Add(string)"/>
    public CommandBatch AddRange(IEnumerable<string> commands) => AddRange(commands.Select(sql => new NpgsqlBatchCommand(sql)));

    /// <summary>Whether the server has reported that a statement is done; to be asked while the batch runs, too.</summary>
    public bool IsDone(int index) => batch.BatchCommands[index].StatementType != StatementType.Unknown;

    /// <summary>Sends everything at once and reads all answers.</summary>
    /// <exception cref="CommandFailure">The server refused one; those after it were not run.</exception>
    /// <exception cref="SessionLost">The connection broke.</exception>
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        if (Count == 0)
        {
            return;
        }

        try
        {
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException e) when (IsAlive)
        {
            throw new CommandFailure(Failed(e), e);
        }
        catch (Exception e) when (LostConnection.Is(e))
        {
            throw new SessionLost(e) { Command = e is PostgresException refusal ? Failed(refusal) : null };
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => batch.DisposeAsync();

    private bool IsAlive => batch.Connection?.FullState == System.Data.ConnectionState.Open;

    // Npgsql names the failed command only where the connection string asks for it; but each that was done got its tag.
    private MigrationCommand? Failed(PostgresException error)
    {
        var index = error.BatchCommand is { } named
            ? batch.BatchCommands.IndexOf(named)
            : Enumerable.Range(0, batch.BatchCommands.Count)
                .Reverse()
                .FirstOrDefault(IsDone, -1) + 1;
        return index >= 0 && index < origins.Count ? origins[index] : null;
    }
}
