using System.Globalization;
using System.Text;

namespace Hotline.Migrate.Generator.Tests.Scaffolding;

/// <summary>SQL of a large database, the same each time: modules with tables of every kind that refer to each other.</summary>
internal static class LargeSchema
{
    private static readonly string[] Words =
        ["calls", "users", "invoices", "addresses", "statuses", "queues", "agents", "categories", "news", "data", "orders", "boxes", "people", "series", "lines", "events"];

    /// <summary>The SQL of a number of modules, each a schema with an enum, a domain, a view and <paramref name="tables"/> tables.</summary>
    public static string Sql(int modules, int tables)
    {
        var sql = new StringBuilder();
        for (var m = 0; m < modules; m++)
        {
            var s = m == 0 ? "public" : string.Create(CultureInfo.InvariantCulture, $"module_{m}");
            sql.Append(m == 0 ? "" : $"CREATE SCHEMA {s};\n");
            sql.Append(CultureInfo.InvariantCulture, $"CREATE TYPE {s}.state AS ENUM ('open', 'In progress', 'done{m}');\n");
            sql.Append(CultureInfo.InvariantCulture, $"CREATE DOMAIN {s}.amount AS numeric(12,2) CHECK (VALUE >= 0);\n");
            for (var t = 0; t < tables; t++)
            {
                Table(sql, s, t);
            }

            sql.Append(CultureInfo.InvariantCulture, $"CREATE VIEW {s}.open_rows AS SELECT id, code FROM {s}.{Name(0)} WHERE state = 'open';\n");
        }

        return sql.ToString();
    }

    private static string Name(int t) => string.Create(CultureInfo.InvariantCulture, $"{Words[t % Words.Length]}_{t}");

    private static void Table(StringBuilder sql, string s, int t)
    {
        var (n, i) = (Name(t), CultureInfo.InvariantCulture);
        if (t % 25 == 24)
        {
            sql.Append(i, $"CREATE TABLE {s}.{n} (tenant_id uuid NOT NULL, at date NOT NULL, note text, PRIMARY KEY (tenant_id, at)) PARTITION BY RANGE (at);\n");
            sql.Append(i, $"CREATE TABLE {s}.{n}_a PARTITION OF {s}.{n} FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');\n");
            sql.Append(i, $"CREATE TABLE {s}.{n}_b PARTITION OF {s}.{n} FOR VALUES FROM ('2027-01-01') TO ('2028-01-01') PARTITION BY HASH (tenant_id);\n");
            sql.Append(i, $"CREATE TABLE {s}.{n}_b0 PARTITION OF {s}.{n}_b FOR VALUES WITH (MODULUS 2, REMAINDER 0);\n");
            sql.Append(i, $"CREATE INDEX ON {s}.{n} (note);\n");
            return;
        }

        var key = (t % 3) switch { 0 => "id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY", 1 => "id serial PRIMARY KEY", _ => "id uuid DEFAULT gen_random_uuid() PRIMARY KEY" };
        sql.Append(i, $"CREATE TABLE {s}.{n} ({key}, tenant_id uuid NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz,\n");
        sql.Append(i, $"  code varchar({10 + (t % 40)}) NOT NULL, state {s}.state NOT NULL DEFAULT 'open', total {s}.amount, rate numeric(6,3) DEFAULT 1.5,\n");
        sql.Append(i, $"  tags text[] NOT NULL DEFAULT '{{}}', payload jsonb, ip inet, during tstzrange, old timestamp(3), small smallint, \"2nd value\" integer,\n");
        sql.Append("  name text, length integer GENERATED ALWAYS AS (length(name)) STORED, CHECK (small > 0), UNIQUE (tenant_id, code)");
        sql.Append(t >= 3 ? string.Create(i, $",\n  parent_id {(t % 3) switch { 0 => "bigint", 1 => "integer", _ => "uuid" }} REFERENCES {s}.{Name(t % 25 == 2 && t > 25 ? t - 6 : t - 3)} ON DELETE CASCADE") : "");
        sql.Append(");\n");
        sql.Append((t % 6) switch
        {
            0 => $"CREATE INDEX ON {s}.{n} USING gin (tags);\n",
            1 => $"CREATE INDEX ON {s}.{n} USING gist (during);\n",
            2 => $"CREATE INDEX ON {s}.{n} USING brin (created_at) WITH (pages_per_range = 32);\n",
            3 => $"CREATE INDEX ON {s}.{n} USING hash (code);\n",
            4 => $"CREATE UNIQUE INDEX ON {s}.{n} (lower(name), tenant_id DESC) INCLUDE (code) WHERE updated_at IS NULL;\n",
            _ => $"CREATE INDEX odd_{n} ON {s}.{n} (code text_pattern_ops, small DESC NULLS LAST);\nCOMMENT ON TABLE {s}.{n} IS 'About {n}';\n",
        });
    }
}
