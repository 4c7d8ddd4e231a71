using Npgsql;

namespace Hotline.Migrate.Scratch;

/// <summary>Encoding and locale of a database, as <c>CREATE DATABASE</c> takes them.</summary>
/// <param name="Options">The options, to stand behind the template.</param>
internal sealed record DatabaseLocale(string Options)
{
    /// <summary>Reads those of the database that the connection is to.</summary>
    public static async Task<DatabaseLocale> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(Query(connection.PostgreSqlVersion.Major), connection) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false))
        {
            return new DatabaseLocale((string)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!);
        }
    }

    // Providers came in 15, the built-in one in 17, which also renamed the column.
    private static string Query(int major)
    {
        var locale = major >= 17 ? "datlocale" : "daticulocale";
        var provider = major >= 15
            ? $"""
              || CASE datlocprovider::text
                     WHEN 'i' THEN format(' LOCALE_PROVIDER icu ICU_LOCALE %L', {locale})
                     WHEN 'b' THEN format(' LOCALE_PROVIDER builtin BUILTIN_LOCALE %L', {locale})
                     ELSE ' LOCALE_PROVIDER libc' END
              """
            : "";
        return $"""
            SELECT format('ENCODING %L LC_COLLATE %L LC_CTYPE %L', pg_encoding_to_char(encoding), datcollate, datctype)
            {provider}
            FROM pg_catalog.pg_database WHERE datname = current_database()
            """;
    }
}
