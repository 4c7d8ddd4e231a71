-- migration: Active calls and updated_at
-- revision:  a5743fb40d1c
-- parents:   50996b0aeb27
-- created:   2026-11-22T20:29:37Z
-- hash:      h1:ae8d56401b3645349ad76b7a57cd931fa9d0460101e1ebac54dc97117e4e3e45

-- hm:upgrade
CREATE FUNCTION touch_updated_at() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at = now();
    RETURN NEW;
END
$$;

COMMENT ON FUNCTION touch_updated_at() IS 'Keeps updated_at, whoever changes the row';

CREATE VIEW active_calls WITH (security_invoker = true) AS
SELECT tenant_id, priority, count(*) AS calls, min(started_at) AS longest_since
FROM calls
WHERE ended_at IS NULL
GROUP BY tenant_id, priority;

COMMENT ON VIEW active_calls IS 'The calls that go on, by tenant and priority';

CREATE TRIGGER touch_updated_at
BEFORE UPDATE ON calls
FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- hm:downgrade
DROP TRIGGER touch_updated_at ON calls;

DROP VIEW active_calls;

DROP FUNCTION touch_updated_at();
