using Hotline.Migrate;
using Npgsql;

namespace AiHotline.Host.DataMigrations;

/// <summary>Writes every caller number in its international form, by the country code that the call's tenant has set.</summary>
public sealed class InternationalCallerNumbers : IDataMigration
{
    public async Task RunAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken cancellationToken)
    {
        var numbers = new List<(Guid Tenant, Guid Call, string Number)>();
        await using (var read = new NpgsqlCommand(
            """
            SELECT c.tenant_id, c.id, c.caller_number, s.value #>> '{}'
            FROM calls c
            JOIN tenant_settings s ON s.tenant_id = c.tenant_id AND s.key = 'country_code'
            WHERE c.caller_number NOT LIKE '+%'
            """,
            connection,
            transaction))
        await using (var row = await read.ExecuteReaderAsync(cancellationToken))
        {
            while (await row.ReadAsync(cancellationToken))
            {
                numbers.Add((row.GetGuid(0), row.GetGuid(1), International(row.GetString(2), row.GetString(3))));
            }
        }

        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var (tenant, call, number) in numbers)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("UPDATE calls SET caller_number = $3 WHERE tenant_id = $1 AND id = $2")
            {
                Parameters = { new() { Value = tenant }, new() { Value = call }, new() { Value = number } },
            });
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static string International(string number, string countryCode)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return "+" + countryCode + (digits.StartsWith('0') ? digits[1..] : digits);
    }
}
