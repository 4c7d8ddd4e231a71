using Npgsql;

namespace Hotline.Migrate.Tool.Tests;

/// <summary>The data migration of an application: the tool finds it in this assembly by its name.</summary>
public sealed class FillNames : IDataMigration
{
    public async Task RunAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("UPDATE users SET full_name = first_name || ' ' || last_name", connection, transaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
