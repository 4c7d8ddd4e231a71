namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Settings of the reading transaction that make PostgreSQL's deparsers spell the same thing the same way in every session.</summary>
internal static class CatalogSettings
{
    /// <summary>Sets them to the end of the transaction. Compiling the large queries takes longer than running them.</summary>
    public const string Statement = """
        SELECT set_config(s.name, s.value, true)
        FROM (VALUES ('search_path', 'public'), ('jit', 'off'), ('statement_timeout', '0'), ('idle_in_transaction_session_timeout', '0'), ('quote_all_identifiers', 'off'), ('standard_conforming_strings', 'on'),
              ('TimeZone', 'UTC'), ('DateStyle', 'ISO, MDY'), ('IntervalStyle', 'postgres'), ('extra_float_digits', '1'),
              ('bytea_output', 'hex'), ('lc_monetary', 'C')) s(name, value)
        """;
}
