-- migration: Full names
-- revision:  a76a3c7aabab
-- parents:   d1ae545c96fa
-- created:   2026-11-22T17:48:46Z
-- hash:      h1:ae718628ad9c03ebcc4e428d00041b5f646a7d8b8fcb0a2abbc2f46e963a586d

-- hm:upgrade
DROP INDEX users_tenant_id_lower_last_name_idx;

ALTER TABLE users ADD COLUMN full_name character varying(200);

-- Each tenant writes names in its own order.
UPDATE users u
SET full_name = CASE
    WHEN EXISTS (SELECT FROM tenant_settings s WHERE s.tenant_id = u.tenant_id AND s.key = 'family_name_first' AND s.value = 'true')
    THEN u.last_name || ' ' || u.first_name
    ELSE u.first_name || ' ' || u.last_name
END;

ALTER TABLE users ALTER COLUMN full_name SET NOT NULL;

CREATE INDEX users_tenant_id_lower_full_name_idx ON users (tenant_id, (lower(full_name)));

-- hm:ignore HM1002 reason: full_name holds them
ALTER TABLE users DROP COLUMN first_name;

-- hm:ignore HM1002 reason: full_name holds them
ALTER TABLE users DROP COLUMN last_name;

-- hm:downgrade
DROP INDEX users_tenant_id_lower_full_name_idx;

ALTER TABLE users ADD COLUMN first_name character varying(100);

ALTER TABLE users ADD COLUMN last_name character varying(100);

-- The name in front ends at the first blank.
UPDATE users u
SET (first_name, last_name) = (
    SELECT CASE WHEN family_first THEN back ELSE front END, CASE WHEN family_first THEN front ELSE back END
    FROM (
        SELECT split_part(u.full_name, ' ', 1) AS front,
               substr(u.full_name, length(split_part(u.full_name, ' ', 1)) + 2) AS back,
               EXISTS (SELECT FROM tenant_settings s WHERE s.tenant_id = u.tenant_id AND s.key = 'family_name_first' AND s.value = 'true') AS family_first
    ) parts
);

ALTER TABLE users ALTER COLUMN first_name SET NOT NULL, ALTER COLUMN last_name SET NOT NULL;

CREATE INDEX users_tenant_id_lower_last_name_idx ON users (tenant_id, (lower(last_name)));

-- hm:ignore HM1002 reason: first_name and last_name hold them
ALTER TABLE users DROP COLUMN full_name;
