using System.Globalization;
using Hotline.Migrate.Diagnostics;
using Npgsql;

namespace Hotline.Migrate.History;

/// <summary>The shape of the history tables, and how they come to be.</summary>
internal static class HistorySchema
{
    /// <summary>The format that this build writes.</summary>
    public const int FormatVersion = 1;

    /// <summary>Creates what is missing. To be called under the run lock only.</summary>
    public static async Task CreateAsync(NpgsqlConnection connection, HistoryTableName name, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(await SchemaExistsAsync(connection, name, cancellationToken).ConfigureAwait(false)
            ? Tables(name)
            : $"CREATE SCHEMA {name.QuotedSchema};\n{Tables(name)}", connection) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the history table is there and of a format that this build understands.</summary>
    /// <exception cref="DiagnosticException">It is a newer tool's table, or not a history table at all.</exception>
    public static async Task<bool> IsReadableAsync(
        NpgsqlConnection connection, HistoryTableName name, CancellationToken cancellationToken)
    {
        // The format is the default of a column: it survives a dump, and an empty table has it too.
        var command = new NpgsqlCommand(
            """
            SELECT c.oid IS NOT NULL, pg_catalog.pg_get_expr(d.adbin, d.adrelid)
            FROM (SELECT $1::pg_catalog.text AS schema, $2::pg_catalog.text AS name) AS wanted
            LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = wanted.schema
            LEFT JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = wanted.name
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = 'format_version' AND NOT a.attisdropped
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            """, connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = name.Schema }, new() { Value = name.Name } },
        };
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                if (!reader.GetBoolean(0))
                {
                    return false;
                }

                EnsureReadable(reader.IsDBNull(1) ? null : reader.GetString(1), name);
                return true;
            }
        }
    }

    /// <summary>The same as a script, which may run again and again.</summary>
    public static string CreateScript(HistoryTableName name) => 
        // Whoever may not create schemas may still run the script where the schema is there from the start.
        (name.Schema == "public" ? "" : $"CREATE SCHEMA IF NOT EXISTS {name.QuotedSchema};\n") + Tables(name);

    private static void EnsureReadable(string? format, HistoryTableName name)
    {
        if (!int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            throw new DiagnosticException(FailureKind.Usage, new Diagnostic
            {
                Code = DiagnosticCodes.ForeignHistoryTable,
                Summary = $"The table {name} is not a history table of Hotline Migrate.",
                NextActions = ["Give the history another name or schema in the configuration (history.table)."],
            });
        }

        if (version > FormatVersion)
        {
            throw new DiagnosticException(FailureKind.Usage, new Diagnostic
            {
                Code = DiagnosticCodes.NewerHistoryTable,
                Summary = string.Create(CultureInfo.InvariantCulture,
                    $"The history table {name} has format {version}; this version understands format {FormatVersion} at most."),
                Why = "A newer version of Hotline Migrate has been at work on this database.",
                NextActions = ["Update the tool and the Hotline.Migrate.Engine package: dotnet tool update dotnet-hotline-migrate"],
            });
        }
    }

    private static async Task<bool> SchemaExistsAsync(
        NpgsqlConnection connection, HistoryTableName name, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(
            "SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = $1)", connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = name.Schema } },
        };
        await using (command.ConfigureAwait(false))
        {
            return (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }
    }

    private static string Tables(HistoryTableName name) => string.Create(CultureInfo.InvariantCulture,
        $"""
        CREATE TABLE IF NOT EXISTS {name.Table} (
            revision text PRIMARY KEY,
            parents text[] NOT NULL,
            depends_on text[] NOT NULL,
            message text NOT NULL,
            hash text NOT NULL,
            is_draft boolean NOT NULL,
            upgrade_text text,
            downgrade_text text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
            applied_by text NOT NULL DEFAULT session_user,
            duration_ms bigint NOT NULL,
            tool_version text NOT NULL,
            position bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
            format_version integer NOT NULL DEFAULT {FormatVersion}
        );
        CREATE TABLE IF NOT EXISTS {name.Log} (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            at timestamptz NOT NULL DEFAULT clock_timestamp(),
            event text NOT NULL,
            revision text NOT NULL,
            message text NOT NULL,
            hash text NOT NULL,
            role text NOT NULL DEFAULT session_user,
            client text NOT NULL,
            duration_ms bigint NOT NULL,
            tool_version text NOT NULL,
            detail text
        );
        CREATE TABLE IF NOT EXISTS {name.Journal} (
            revision text NOT NULL,
            direction text NOT NULL,
            finished integer NOT NULL,
            prefix_hash text NOT NULL,
            running integer,
            failed boolean NOT NULL DEFAULT false,
            batch_key text,
            updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
            PRIMARY KEY (revision, direction)
        );
        """);
}
