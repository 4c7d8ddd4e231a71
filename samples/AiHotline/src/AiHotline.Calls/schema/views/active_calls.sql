-- With the reader's own rights, so that row-level security keeps tenants apart here as well.
CREATE OR REPLACE VIEW active_calls WITH (security_invoker = true) AS
SELECT tenant_id, priority, count(*) AS calls, min(started_at) AS longest_since
FROM calls
WHERE ended_at IS NULL
GROUP BY tenant_id, priority;

COMMENT ON VIEW active_calls IS 'The calls that go on, by tenant and priority';
