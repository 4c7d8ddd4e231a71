using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Sends the statements of a transaction in batches of bounded size.</summary>
internal sealed class CommandPieces(WorkSession session, NpgsqlTransaction? transaction) : IAsyncDisposable
{
    private long characters;

    /// <summary>What is sent next.</summary>
    public CommandBatch Batch { get; private set; } = new(session.Connection, transaction);

    /// <summary>Takes the next statement; those before it are sent first where there are enough of them.</summary>
    public async Task AddAsync(SqlCommand command, CancellationToken cancellationToken)
    {
        if (Batch.Count >= CommandBatch.MostCommands || characters + command.Sql.Length > CommandBatch.MostCharacters)
        {
            await SendAsync(cancellationToken).ConfigureAwait(false);
        }

        Batch.Add(command, session);
        characters += command.Sql.Length;
    }

    /// <summary>Sends what there is.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        await Batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
        await Batch.DisposeAsync().ConfigureAwait(false);
        Batch = new CommandBatch(session.Connection, transaction);
        characters = 0;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Batch.DisposeAsync();
}
